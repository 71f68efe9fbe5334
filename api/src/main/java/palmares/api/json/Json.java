package palmares.api.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value that knows the line it stands in.
public sealed interface Json {

  int line();

  record Obj(Map<String, Json> fields, int line) implements Json {}

  record Arr(List<Json> items, int line) implements Json {}

  record Text(String value, int line) implements Json {}

  record Num(BigDecimal value, int line) implements Json {}

  record Bool(boolean value, int line) implements Json {}

  record Null(int line) implements Json {}

  /// What it is, in words, for messages.
  default String kind() {
    return switch (this) {
      case Obj o -> "an object";
      case Arr a -> "a list";
      case Text t -> "a text";
      case Num n -> "the number " + n.value();
      case Bool b -> "the boolean " + b.value();
      case Null n -> "null";
    };
  }
}

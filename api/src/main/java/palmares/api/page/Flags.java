package palmares.api.page;

import org.jspecify.annotations.Nullable;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;

/// Yes or no in queries. Anything but the two words is refused: `check=ture` must not submit.
public final class Flags {

  private Flags() {}

  /// @return false if absent
  /// @throws Refused if it is neither `true` nor `false`
  public static boolean parse(String name, @Nullable String value) {
    return switch (value) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Refused.badRequest(
              "%s must be true or false: '%s'.".formatted(name, Problems.shown(value)));
    };
  }
}

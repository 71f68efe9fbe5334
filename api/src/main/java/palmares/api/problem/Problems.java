package palmares.api.problem;

import io.micronaut.http.HttpStatus;
import java.util.List;
import palmares.contract.problem.Problem;

/// Makes problems, and makes what clients sent fit to stand in them.
public final class Problems {

  private static final int MAX_SHOWN = 120;

  private Problems() {}

  public static Problem of(HttpStatus status, String detail) {
    return new Problem(
        "about:blank", status.getReason(), status.getCode(), detail, null, List.of());
  }

  /// A value as it may be quoted in a message: short, and without control or direction characters
  /// that could rewrite the line it is printed in.
  public static String shown(String value) {
    var clean = new StringBuilder();
    var points = value.codePoints().limit(MAX_SHOWN + 1L).toArray();
    for (var i = 0; i < Math.min(points.length, MAX_SHOWN); i++) {
      clean.appendCodePoint(isHarmless(points[i]) ? points[i] : 0xFFFD);
    }
    return points.length > MAX_SHOWN ? clean + "..." : clean.toString();
  }

  /// Whether a value has no control or direction characters.
  public static boolean isPrintable(String value) {
    return value.codePoints().allMatch(Problems::isHarmless);
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

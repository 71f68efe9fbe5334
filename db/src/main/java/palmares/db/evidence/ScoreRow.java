package palmares.db.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.scoring.evaluator.Score.Cause;

/// A score or reward of one response: a value or the candidate's cause for having none.
///
/// @param aspects named parts of a score's value; empty for rewards
public record ScoreRow(
    int ordinal,
    int sample,
    @Nullable Double value,
    @Nullable Cause cause,
    Map<String, Double> aspects) {

  public ScoreRow {
    aspects = Map.copyOf(aspects);
    if ((value == null) == (cause == null)) {
      throw new IllegalArgumentException(
          "ordinal %d needs either a value or a cause: %s, %s".formatted(ordinal, value, cause));
    }
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the value of ordinal %d must be finite: %s".formatted(ordinal, value));
    }
    aspects.forEach((name, part) -> {
      if (name.indexOf('\0') >= 0 || !Double.isFinite(part)) {
        throw new IllegalArgumentException(
            "aspect %s of ordinal %d must be finite, its name without U+0000: %s"
                .formatted(name, ordinal, part));
      }
    });
  }
}

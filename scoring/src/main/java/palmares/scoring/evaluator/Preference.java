package palmares.scoring.evaluator;

import org.jspecify.annotations.Nullable;
import palmares.scoring.evaluator.Score.Cause;

/// One decision on a pair of responses in one shown order.
public sealed interface Preference {

  int LONGEST_LABEL = 100;

  /// The labels of a gap of one candidate, which no judge was asked about.
  String FIRST_GAP = "first-gap";

  String SECOND_GAP = "second-gap";

  /// @param first probability that the response shown first wins
  /// @param label what was decided, in the judge's own words
  record Preferred(double first, String label) implements Preference {
    public Preferred {
      if (!(first >= 0 && first <= 1)) {
        throw new IllegalArgumentException("a probability must be in [0, 1]: " + first);
      }
      if (label.isBlank() || label.length() > LONGEST_LABEL || label.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "a label must have 1 to %d characters without U+0000: '%s'"
                .formatted(LONGEST_LABEL, label));
      }
    }
  }

  /// No decision, for a reason that lies with both candidates. What fails on our side is never
  /// written as a preference.
  record Abstained(Cause cause) implements Preference {}

  /// What gaps decide: a gap loses to a response, and of two gaps neither pays nor costs.
  ///
  /// @param first why the response shown first cannot be judged; null if it can
  /// @throws IllegalArgumentException if both can be judged
  static Preference ofGaps(@Nullable Cause first, @Nullable Cause second) {
    if (first != null && second != null) {
      // The same in either order.
      return new Abstained(first.compareTo(second) <= 0 ? first : second);
    }
    if (first == null && second == null) {
      throw new IllegalArgumentException("there is no gap: both responses can be judged");
    }
    return first == null ? new Preferred(1, SECOND_GAP) : new Preferred(0, FIRST_GAP);
  }
}

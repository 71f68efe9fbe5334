package palmares.scoring.evaluator;

import java.util.Map;

/// An evaluator's result on one response.
public sealed interface Score {

  /// @param value finite, in the evaluator's own range
  /// @param aspects named parts of the value, such as the checks of a checklist
  record Scored(double value, Map<String, Double> aspects) implements Score {

    public Scored {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a score must be finite: " + value);
      }
      aspects = Map.copyOf(aspects);
    }

    public Scored(double value) {
      this(value, Map.of());
    }
  }

  /// No value, for a reason that lies with the candidate. What fails on our side is never written
  /// as a score.
  record Unscored(Cause cause) implements Score {}

  /// Why a response has no value.
  enum Cause {
    MISSING,
    EMPTY,
    REFUSED,
    OVER_LONG,
    CRASHED,
    BROKE_FORMAT,
    /// A rule of the benchmark could not be followed to its end on this text within its budget.
    OVERRAN
  }
}

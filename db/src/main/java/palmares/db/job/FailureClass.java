package palmares.db.job;

import java.util.Locale;

/// Whose fault a failure is, which decides what it costs and what happens next.
public enum FailureClass {
  /// The submission's: the same again would fail again.
  CANDIDATE,
  /// The evaluator's.
  EVALUATOR,
  /// Nobody's, and likely over soon.
  TRANSIENT,
  /// The worker's: costs the job nothing.
  WORKER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FailureClass of(String word) {
    for (var each : values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "failureClass must be candidate, evaluator, transient or worker: '" + word + "'");
  }
}

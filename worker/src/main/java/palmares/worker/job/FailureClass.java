package palmares.worker.job;

import java.util.Locale;

/// Whose failure it is; decides what the ledger does next.
enum FailureClass {
  /// The submission's own: it ends here.
  CANDIDATE,
  /// The evaluator's: the same again elsewhere.
  EVALUATOR,
  /// Passes by itself.
  TRANSIENT,
  /// This worker's: costs the job no attempt, and another worker is preferred.
  WORKER;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

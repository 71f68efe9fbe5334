package palmares.launcher.demo;

import java.util.List;
import palmares.contract.operation.Operation.WorkerAttempt;

/// What the platform knows of the worker that is to be killed.
interface WorkerRecord {

  /// Whether it has come up.
  boolean isListed();

  /// All it ever took, the open ones included.
  List<WorkerAttempt> attempts();

  /// Jobs of the whole platform that were done more than once, or without a done attempt.
  long doubled();
}

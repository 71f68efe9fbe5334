package palmares.launcher.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Kills the second worker while it holds a job, and asks the ledger what became of that.
///
/// Jobs are short: a worker that is seen to hold one may have ended it before it is killed.
/// Therefore it is frozen first, and what it had sent by then has until the next look to arrive.
final class CrashScene {

  private final SecondWorker worker;
  private final WorkerRecord record;
  private boolean frozen;
  private @Nullable Instant killedAt;

  CrashScene(SecondWorker worker, WorkerRecord record) {
    this.worker = worker;
    this.record = record;
  }

  /// Whether the worker has come up, so that there will be work for it, or never will.
  boolean isReady() {
    return record.isListed() || !worker.isAlive();
  }

  /// One step: freezes it if it holds a job, and kills it if it still does at the step after.
  void look() {
    if (killedAt != null || !worker.isAlive()) {
      return;
    }
    boolean wasFrozen = frozen;
    if (!wasFrozen) {
      worker.freeze();
      frozen = true;
    }
    if (!holdsJob()) {
      resume();
    } else if (wasFrozen) {
      killedAt = Instant.now();
      worker.kill();
    }
  }

  /// When all runs have ended.
  ///
  /// @param lost scores that are not there
  Crash end(int lost) {
    if (frozen && killedAt == null) {
      resume();
    }
    return Crash.of(killedAt, record.attempts(), lost, record.doubled());
  }

  private void resume() {
    worker.resume();
    frozen = false;
  }

  private boolean holdsJob() {
    return record.attempts().stream().anyMatch(attempt -> attempt.outcome() == null);
  }
}

package palmares.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.WorkerAttempt;

/// What came of the worker that was to be killed, as the ledger tells it.
///
/// @param jobs that it held when it was killed
/// @param recoverySeconds from the kill until others had taken all of these; absent if it held
///   none, or one was not taken again
/// @param lost scores that were expected and are not there
/// @param doubled jobs that were done more than once
record Crash(End end, int jobs, @Nullable Double recoverySeconds, int lost, long doubled) {

  private static final String LOST = "lost";

  enum End {
    /// It never had a job, so it was not killed.
    NEVER_BUSY,
    /// It was killed just when it had ended its job.
    HELD_NOTHING,
    NOT_TAKEN_AGAIN,
    TAKEN_AGAIN
  }

  /// @param killedAt absent if it was not killed
  /// @param attempts of the worker
  static Crash of(
      @Nullable Instant killedAt, List<WorkerAttempt> attempts, int lost, long doubled) {
    if (killedAt == null) {
      return new Crash(End.NEVER_BUSY, 0, null, lost, doubled);
    }
    var held =
        attempts.stream()
            .filter(attempt -> attempt.outcome() == null || attempt.outcome().equals(LOST))
            .map(WorkerAttempt::next)
            .toList();
    if (held.isEmpty()) {
      return new Crash(End.HELD_NOTHING, 0, null, lost, doubled);
    }
    if (held.stream().anyMatch(Objects::isNull)) {
      return new Crash(End.NOT_TAKEN_AGAIN, held.size(), null, lost, doubled);
    }
    var last = held.stream().map(next -> next.claimedAt()).max(Instant::compareTo).orElseThrow();
    var recovery = Duration.between(killedAt, last).toMillis() / 1e3;
    return new Crash(End.TAKEN_AGAIN, held.size(), recovery, lost, doubled);
  }

  boolean isSound() {
    return end != End.NOT_TAKEN_AGAIN && lost == 0 && doubled == 0;
  }

  String text() {
    var scene =
        switch (end) {
          case NEVER_BUSY -> "the worker to be killed never had a job";
          case HELD_NOTHING -> "a worker killed (kill -9) between two jobs: it held none";
          case NOT_TAKEN_AGAIN -> "a worker killed mid-shard (kill -9): nobody took its job again";
          case TAKEN_AGAIN ->
              String.format(
                  Locale.ROOT,
                  "a worker killed mid-shard (kill -9): its %s ran again after %.0f s",
                  jobs == 1 ? "job" : jobs + " jobs",
                  Objects.requireNonNull(recoverySeconds));
        };
    return "%s; lost %d, doubled %d".formatted(scene, lost, doubled);
  }
}

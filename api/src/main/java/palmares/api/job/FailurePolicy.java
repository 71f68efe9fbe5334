package palmares.api.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.db.job.FailureClass;
import palmares.db.job.Job;

/// What happens to a job that failed, by whose fault it was.
final class FailurePolicy {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LONGEST_ASKED = Duration.ofHours(24);

  private FailurePolicy() {}

  sealed interface Next {

    /// @param costs whether it counts against the job's limit
    record Again(Duration after, boolean costs) implements Next {}

    record GiveUp(String reason) implements Next {}
  }

  /// @param job as it was while it was held
  /// @param tries attempts that have ended, this one among them, without those that were given back
  /// @param retryAfter how long whoever refused asked to be left alone
  static Next next(
      LedgerConfig config,
      Job job,
      int tries,
      FailureClass failure,
      String reason,
      @Nullable Duration retryAfter) {
    if (failure == FailureClass.CANDIDATE) {
      return new Next.GiveUp(reason);
    }
    if (tries >= config.attempts()) {
      return new Next.GiveUp("after " + tries + " attempts: " + reason);
    }
    if (failure == FailureClass.WORKER) {
      return new Next.Again(Duration.ZERO, false);
    }
    int failures = job.failures() + 1;
    if (failures >= config.failures()) {
      return new Next.GiveUp("after " + failures + " failures: " + reason);
    }
    return new Next.Again(delay(failures, retryAfter), true);
  }

  private static Duration delay(int failures, @Nullable Duration retryAfter) {
    var own = FIRST.multipliedBy(1L << Math.min(2 * (failures - 1), 16));
    var bounded = own.compareTo(LONGEST) > 0 ? LONGEST : own;
    if (retryAfter == null || retryAfter.compareTo(bounded) < 0) {
      return bounded;
    }
    return retryAfter.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : retryAfter;
  }
}

package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import palmares.api.job.FailurePolicy.Next;
import palmares.db.job.FailureClass;
import palmares.db.job.Job;
import palmares.db.job.JobState;
import palmares.db.job.Stage;

class FailurePolicyTest {

  @Test
  void waitsLongerAfterEachFailure() {
    assertThat(next(job(1, 0), FailureClass.TRANSIENT, null))
        .isEqualTo(new Next.Again(Duration.ofSeconds(2), true));
    assertThat(next(job(2, 1), FailureClass.TRANSIENT, null))
        .isEqualTo(new Next.Again(Duration.ofSeconds(8), true));
    assertThat(next(job(3, 2), FailureClass.EVALUATOR, null))
        .isEqualTo(new Next.Again(Duration.ofSeconds(32), true));
  }

  @Test
  void waitsAsLongAsItWasAskedToButNotForEver() {
    assertThat(next(job(1, 0), FailureClass.TRANSIENT, Duration.ofMinutes(5)))
        .isEqualTo(new Next.Again(Duration.ofMinutes(5), true));
    assertThat(next(job(1, 0), FailureClass.TRANSIENT, Duration.ofMillis(1)))
        .isEqualTo(new Next.Again(Duration.ofSeconds(2), true));
    assertThat(next(job(1, 0), FailureClass.TRANSIENT, Duration.ofDays(30)))
        .isEqualTo(new Next.Again(Duration.ofDays(1), true));
  }

  @Test
  void givesUpAtTheLimitOfFailures() {
    assertThat(next(job(4, 3), FailureClass.TRANSIENT, null))
        .isEqualTo(new Next.GiveUp("after 4 failures: broken"));
  }

  @Test
  void aWorkersFailureCostsNothingUntilItHasMetTooManyWorkers() {
    assertThat(next(job(19, 3), FailureClass.WORKER, null))
        .isEqualTo(new Next.Again(Duration.ZERO, false));
    assertThat(next(job(20, 0), FailureClass.WORKER, null))
        .isEqualTo(new Next.GiveUp("after 20 attempts: broken"));
  }

  @Test
  void aCandidatesFailureIsFinal() {
    assertThat(next(job(1, 0), FailureClass.CANDIDATE, null)).isEqualTo(new Next.GiveUp("broken"));
  }

  private static Next next(Job job, FailureClass failure, Duration retryAfter) {
    return FailurePolicy.next(Ledger.CONFIG, job, job.attempts(), failure, "broken", retryAfter);
  }

  private static Job job(int attempts, int failures) {
    var id = new UUID(1, 1);
    return new Job(
        id,
        id,
        Stage.SCORE,
        "rouge-l@1",
        1,
        null,
        0,
        9,
        JobState.CLAIMED,
        Instant.EPOCH,
        attempts,
        failures,
        id,
        id,
        null);
  }
}

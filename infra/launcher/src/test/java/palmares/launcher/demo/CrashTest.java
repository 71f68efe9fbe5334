package palmares.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.contract.operation.Operation.NextAttempt;
import palmares.contract.operation.Operation.WorkerAttempt;

class CrashTest {

  private static final Instant KILLED = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void recoveryEndsWhenSomebodyElseTakesTheLastOfItsJobs() {
    var crash =
        Crash.of(
            KILLED,
            List.of(attempt("lost", next(4)), attempt("lost", next(6)), attempt("done", next(9))),
            0,
            0);

    assertThat(crash.recoverySeconds()).isEqualTo(6.0);
    assertThat(crash.text())
        .isEqualTo(
            "a worker killed mid-shard (kill -9): its 2 jobs ran again after 6 s; lost 0, doubled"
                + " 0");
    assertThat(crash.isSound()).isTrue();
  }

  @Test
  void aJobThatNobodyTookAgainIsToldAndNotSound() {
    var crash = Crash.of(KILLED, List.of(attempt("lost", null)), 5, 0);

    assertThat(crash.text())
        .isEqualTo(
            "a worker killed mid-shard (kill -9): nobody took its job again; lost 5, doubled 0");
    assertThat(crash.isSound()).isFalse();
  }

  @Test
  void aWorkerThatHadJustEndedItsJobWasNotKilledMidShard() {
    var crash = Crash.of(KILLED, List.of(attempt("done", null)), 0, 0);

    assertThat(crash.text())
        .startsWith("a worker killed (kill -9) between two jobs: it held none;");
    assertThat(crash.recoverySeconds()).isNull();
  }

  @Test
  void aWorkerThatNeverHadAJobWasNotKilled() {
    assertThat(Crash.of(null, List.of(), 0, 0).text())
        .startsWith("the worker to be killed never had a job;");
  }

  @Test
  void workDoneTwiceIsNotSound() {
    var crash = Crash.of(KILLED, List.of(attempt("lost", next(4))), 0, 1);

    assertThat(crash.text()).endsWith("its job ran again after 4 s; lost 0, doubled 1");
    assertThat(crash.isSound()).isFalse();
  }

  private static NextAttempt next(int seconds) {
    return new NextAttempt("worker-1", KILLED.plusSeconds(seconds), "done");
  }

  private static WorkerAttempt attempt(String outcome, @Nullable NextAttempt next) {
    return new WorkerAttempt(
        "j", "score", "rouge-l@1", 1, KILLED.minusSeconds(1), KILLED, outcome, next);
  }
}

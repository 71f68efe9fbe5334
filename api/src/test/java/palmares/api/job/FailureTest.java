package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.job.Doctor;
import palmares.db.job.FailureClass;
import palmares.db.job.JobState;
import palmares.db.job.RunState;
import palmares.db.testing.TestDatabase;

/// Invariant 8: whose failure it was decides what comes next.
class FailureTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase(20);

  private Ledger ledger;
  private UUID worker;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(8, "rouge-l");
  }

  /// Invariant 8: a graceful drain costs no attempt.
  @Test
  void whatWasGivenBackTwentyTimesMayStillFailAndBeTriedAgain() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    for (int i = 0; i < Ledger.CONFIG.attempts(); i++) {
      ledger.rows.makeDue(job);
      ledger.endings.release(job, ledger.claim(worker, job).token());
    }
    ledger.rows.makeDue(job);
    var claim = ledger.claim(worker, job);

    ledger.endings.fail(job, claim.token(), FailureClass.TRANSIENT, "busy", null);

    assertThat(ledger.job(job).state()).isEqualTo(JobState.READY);
    assertThat(ledger.job(job).failures()).isEqualTo(1);
  }

  @Test
  void aTransientFailureWaitsAsLongAsItWasAskedTo() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    var job = claim.job().id();

    ledger.endings.fail(job, claim.token(), FailureClass.TRANSIENT, "429", Duration.ofMinutes(3));

    assertThat(
            ledger.count(
                "select extract(epoch from not_before - now())::bigint from job where failures = 1"))
        .isBetween(170L, 180L);
    assertThat(ledger.dispatch()).isEmpty();
  }

  /// Invariants 8 and 10: after the limit the job is failed, the run partial, the quota given back.
  @Test
  void afterTheLimitTheJobIsFailedAndTheRunPartial() {
    var run = ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    ledger.reserveQuota(run);
    var jobs = ledger.dispatch();
    ledger.work(worker, jobs.getFirst());

    for (int i = 0; i < Ledger.CONFIG.failures(); i++) {
      ledger.rows.overdueIfOpen(jobs.getLast());
      var claim = ledger.claim(worker, jobs.getLast());
      ledger.endings.fail(
          jobs.getLast(), claim.token(), FailureClass.TRANSIENT, "judge away", null);
    }

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    assertThat(ledger.job(jobs.getLast()).failures()).isEqualTo(Ledger.CONFIG.failures());
    assertThat(ledger.count("select used from quota")).isZero();
    assertHealthy();
  }

  @Test
  void aCandidatesFailureIsFinalAtOnceAndCostsItsQuota() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    ledger.reserveQuota(run);
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());

    ledger.endings.fail(
        claim.job().id(), claim.token(), FailureClass.CANDIDATE, "its text breaks it", null);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    assertThat(ledger.count("select used from quota")).isEqualTo(1);
    assertHealthy();
  }

  /// Invariant 8: what is the worker's costs the job nothing, and N in a row quarantine the worker.
  @Test
  void aWorkerThatFailsThreeTimesInARowIsQuarantined() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();

    for (int i = 0; i < Ledger.CONFIG.quarantine(); i++) {
      ledger.rows.overdueIfOpen(job);
      var claim = ledger.claim(worker, job);
      ledger.endings.fail(job, claim.token(), FailureClass.WORKER, "out of memory", null);
    }

    assertThat(ledger.job(job).failures()).isZero();
    assertThat(ledger.workers.recent())
        .singleElement()
        .matches(w -> w.state().equals("quarantined"));
    assertThat(ledger.claims.claim(ledger.token, worker, job, UUID.randomUUID()))
        .isEqualTo(new ClaimResult.NotClaimable("this worker is quarantined"));
    assertThat(ledger.dispatch()).as("no live worker, so nothing is dispatched").isEmpty();

    ledger.workers.order(ledger.account, worker, Workers.Order.READMIT);
    ledger.rows.overdueIfOpen(job);
    ledger.claim(worker, job);
  }

  @Test
  void aSuccessEndsARowOfFailures() {
    ledger.start(ledger.scoring(2, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();

    for (var job : jobs.subList(0, 3)) {
      var claim = ledger.claim(worker, job);
      ledger.endings.fail(job, claim.token(), FailureClass.WORKER, "out of memory", null);
      ledger.rows.overdue(job);
      ledger.work(worker, job);
    }

    assertThat(ledger.workers.recent()).singleElement().matches(w -> w.isLive());
  }

  private void assertHealthy() {
    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .isEmpty();
  }
}

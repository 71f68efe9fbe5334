package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.job.JobState;
import palmares.db.job.JobStore;
import palmares.db.job.RunState;
import palmares.db.testing.TestDatabase;

class HeartbeatTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;
  private UUID worker;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(8, "rouge-l");
  }

  /// Invariant 6: one heartbeat renews all leases, by the database's clock.
  @Test
  void oneHeartbeatRenewsAllLeases() {
    ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var claims = ledger.dispatch().stream().map(job -> ledger.claim(worker, job)).toList();
    claims.forEach(claim -> ledger.rows.overdue(claim.job().id()));

    var beat = ledger.workers.heartbeat(ledger.token, worker, leases(claims), 2, false);
    ledger.sweeper.sweep();

    assertThat(beat.abandon()).isEmpty();
    assertThat(claims).allMatch(claim -> ledger.job(claim.job().id()).state() == JobState.CLAIMED);
  }

  /// A completion may take long, while it holds its job: the other leases must not lapse for it.
  @Test
  void aHeartbeatDoesNotWaitForAJobThatIsBeingCompleted() {
    ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var claims = ledger.dispatch().stream().map(job -> ledger.claim(worker, job)).toList();
    var completing = claims.getFirst().job().id();
    claims.forEach(claim -> ledger.rows.overdue(claim.job().id()));

    var beat =
        ledger.database.transact(tx -> {
          JobStore.lock(tx, completing);
          return ledger.workers.heartbeat(ledger.token, worker, leases(claims), 2, false);
        });
    ledger.sweeper.sweep();

    assertThat(beat.abandon()).isEmpty();
    assertThat(ledger.job(claims.getLast().job().id()).state()).isEqualTo(JobState.CLAIMED);
  }

  /// Invariant 1: no state without a clock, also where a worker says for ever that it works.
  @Test
  void aJobThatTakesTooLongIsAbandonedAndCountsAsTheFailureOfItsEvaluator() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    for (int i = 0; i < Ledger.CONFIG.failures(); i++) {
      ledger.rows.overdueIfOpen(job);
      var claim = ledger.claim(worker, job);
      POSTGRES.asOwner("update job set state_since = now() - interval '361 minutes'");
      ledger.rows.overdue(job);

      var beat = ledger.workers.heartbeat(ledger.token, worker, leases(List.of(claim)), 1, false);
      ledger.sweeper.sweep();

      assertThat(beat.abandon()).containsExactly(job);
      assertThat(beat.state()).isEqualTo("live");
    }

    assertThat(ledger.job(job).state()).isEqualTo(JobState.FAILED);
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    assertThat(
            POSTGRES.query("select failure_class || ': ' || failure_reason from job", String.class))
        .containsExactly(
            "evaluator: after 4 failures: it took more than the 360 minutes that a job may take");
  }

  /// The lease ended long before anybody could look: the evaluator has not worked all that time.
  @Test
  void howLongThePlatformWasDownIsNoFailureOfAnEvaluator() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.claim(worker, job);
    POSTGRES.asOwner(
        "update job set state_since = now() - interval '12 hours', due_at = now() - interval '11 hours'");

    ledger.sweeper.sweep();

    assertThat(ledger.job(job).failures()).isZero();
    assertThat(POSTGRES.query("select outcome from attempt", String.class)).containsExactly("lost");
  }

  @Test
  void aJobThatTakesLongIsRenewed() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    var claim = ledger.claim(worker, job);
    POSTGRES.asOwner("update job set state_since = now() - interval '359 minutes'");
    ledger.rows.overdue(job);

    var beat = ledger.workers.heartbeat(ledger.token, worker, leases(List.of(claim)), 1, false);
    ledger.sweeper.sweep();

    assertThat(beat.abandon()).isEmpty();
    assertThat(ledger.job(job).state()).isEqualTo(JobState.CLAIMED);
  }

  @Test
  void aWorkerIsToldToAbandonWhatAnotherHas() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    var lost = ledger.claim(worker, job);
    ledger.rows.overdue(job);
    ledger.sweeper.sweep();
    ledger.claim(ledger.worker(1, "rouge-l"), job);

    var beat = ledger.workers.heartbeat(ledger.token, worker, leases(List.of(lost)), 1, false);

    assertThat(beat.abandon()).containsExactly(job);
  }

  @Test
  void aDrainingWorkerGetsNothingMore() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));

    ledger.workers.heartbeat(ledger.token, worker, List.of(), 0, true);

    assertThat(ledger.dispatch()).isEmpty();
  }

  /// Invariant 8: a graceful drain costs no attempt.
  @Test
  void whatALeavingWorkerHoldsIsFreeAtOnceAndAtNoCost() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.claim(worker, job);

    assertThat(ledger.workers.leave(ledger.token, worker)).isTrue();

    assertThat(ledger.job(job).state()).isEqualTo(JobState.READY);
    assertThat(ledger.job(job).failures()).isZero();
  }

  @Test
  void nobodyElseMaySpeakForAWorker() {
    assertThat(ledger.workers.heartbeat(UUID.randomUUID(), worker, List.of(), 0, false)).isNull();
    assertThat(ledger.workers.leave(UUID.randomUUID(), worker)).isFalse();
  }

  private static List<Workers.Lease> leases(List<ClaimResult.Claimed> claims) {
    return claims.stream().map(c -> new Workers.Lease(c.job().id(), c.token())).toList();
  }
}

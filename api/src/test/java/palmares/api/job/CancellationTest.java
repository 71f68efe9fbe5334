package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.job.JobState;
import palmares.db.job.RunState;
import palmares.db.testing.TestDatabase;

class CancellationTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;
  private UUID worker;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(8, "rouge-l");
  }

  @Test
  void aRunThatNobodyWorksOnIsCancelledAtOnceAndGivesItsQuotaBack() {
    var run = ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")));
    ledger.reserveQuota(run);
    ledger.dispatch();

    assertThat(ledger.cancellation.cancel(run)).isTrue();

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLED);
    assertThat(ledger.count("select used from quota")).isZero();
  }

  /// Invariant 9: a worker is told with its next heartbeat, and its job is closed.
  @Test
  void aHeldJobIsClosedWhenItsWorkerIsHeardOf() {
    var run = ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    var job = claim.job().id();
    ledger.cancellation.cancel(run);
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLING);

    var beat =
        ledger.workers.heartbeat(
            ledger.token, worker, List.of(new Workers.Lease(job, claim.token())), 1, false);

    assertThat(beat.abandon()).containsExactly(job);
    assertThat(ledger.job(job).state()).isEqualTo(JobState.CANCELLED);
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void theJobOfAWorkerThatIsNotHeardOfAgainIsClosedWhenItsLeaseLapses() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.claim(worker, job);
    ledger.cancellation.cancel(run);
    ledger.rows.overdue(job);

    ledger.sweeper.sweep();

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLED);
  }

  /// Invariant 9: evidence of a cancelled run stays, and no leaderboard is asked to look.
  @Test
  void whatWasDeliveredStaysAndIsNotRanked() {
    var run = ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    ledger.work(worker, jobs.getFirst());

    ledger.cancellation.cancel(run);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLED);
    assertThat(ledger.count("select count(*) from score")).isEqualTo(5);
    assertThat(ledger.count("select wanted_revision from leaderboard")).isZero();
  }

  @Test
  void anEndedRunCannotBeCancelled() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    ledger.workAll(worker);

    assertThat(ledger.cancellation.cancel(run)).isFalse();
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
  }

  @Test
  void aJobOfACancelledRunCannotBeClaimed() {
    var run = ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    ledger.claim(worker, jobs.getFirst());
    ledger.cancellation.cancel(run);

    assertThat(ledger.claims.claim(ledger.token, worker, jobs.getLast(), UUID.randomUUID()))
        .isEqualTo(new ClaimResult.NotClaimable("it is cancelled"));
  }
}

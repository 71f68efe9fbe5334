package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Overlap;
import palmares.api.job.Ending.Accepted;
import palmares.api.job.Ending.Incomplete;
import palmares.api.job.Ending.Superseded;
import palmares.db.Sha256;
import palmares.db.evidence.ScoreRow;
import palmares.db.job.Doctor;
import palmares.db.job.FailureClass;
import palmares.db.job.JobState;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.job.WorkerStore;
import palmares.db.testing.TestDatabase;

class EndingsTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase(20);

  private Ledger ledger;
  private UUID worker;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(8, "rouge-l");
  }

  /// Invariant 3: under READ COMMITTED both of two last completions could see the other open.
  @RepeatedTest(10)
  void ofTwoCompletionsAtTheSameTimeExactlyOneEndsTheRun() throws Exception {
    var run = ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var claims = ledger.dispatch().stream().map(job -> ledger.claim(worker, job)).toList();
    claims.forEach(ledger::deliver);

    atOnce(() -> ledger.complete(claims.get(0)), () -> ledger.complete(claims.get(1)));

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
    assertThat(ledger.count("select wanted_revision from leaderboard")).isEqualTo(1);
    assertHealthy();
  }

  /// Invariant 9: cancel and last completion race on the run row, and one wins.
  @RepeatedTest(10)
  void ofACancellationAndTheLastCompletionOneWins() throws Exception {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    ledger.deliver(claim);

    var cancelled = atOnce(() -> ledger.cancellation.cancel(run), () -> ledger.complete(claim));

    assertThat(ledger.stateOf(run))
        .isEqualTo((boolean) cancelled.getFirst() ? RunState.CANCELLED : RunState.COMPLETE);
    assertThat(ledger.count("select wanted_revision from leaderboard"))
        .isEqualTo((boolean) cancelled.getFirst() ? 0 : 1);
    assertHealthy();
  }

  /// Else it deadlocks with whoever holds the run and then counts a failure of the worker.
  @Test
  void aCompletionThatWaitsForItsRunDoesNotHoldItsWorker() throws Exception {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    ledger.deliver(claim);
    ledger.database.run(tx -> WorkerStore.failed(tx, worker, 3));

    Overlap.of(
        POSTGRES,
        tx -> RunStore.lock(tx, run),
        tx -> ledger.complete(claim),
        tx -> POSTGRES.query("select id from worker for update nowait", UUID.class));

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
  }

  /// Invariant 5: the same token with the same digest is answered as the first time.
  @Test
  void aRepeatedCompletionIsAnsweredAsTheFirst() {
    var run = ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    ledger.deliver(claim);

    assertThat(ledger.complete(claim)).isEqualTo(new Accepted());
    assertThat(ledger.complete(claim)).isEqualTo(new Accepted());
    assertThat(ledger.endings.complete(claim.job().id(), claim.token(), Sha256.of("other")))
        .isEqualTo(new Superseded());

    assertThat(ledger.run(run).openJobs()).isEqualTo(1);
  }

  /// Invariant 5: a superseded token can neither deliver nor complete, fail or release.
  @Test
  void aSupersededTokenIsRefusedEverywhere() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    var lost = ledger.claim(worker, job);
    ledger.rows.overdue(job);
    ledger.sweeper.sweep();
    ledger.claim(ledger.worker(1, "rouge-l"), job);

    assertThat(ledger.scores(job, lost.token(), List.of(new ScoreRow(0, 0, 0.5, null, Map.of()))))
        .isEqualTo(new Results.Stored.Superseded());
    assertThat(ledger.complete(lost)).isEqualTo(new Superseded());
    assertThat(ledger.endings.fail(job, lost.token(), FailureClass.TRANSIENT, "x", null))
        .isEqualTo(new Superseded());
    assertThat(ledger.endings.release(job, lost.token())).isEqualTo(new Superseded());
    assertThat(ledger.count("select count(*) from score")).isZero();
  }

  /// Invariant 5: completion asks whether the token is current, never whether it has expired.
  @Test
  void aLapsedLeaseThatNobodyTookStillCompletes() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    ledger.deliver(claim);
    ledger.rows.overdue(claim.job().id());

    assertThat(ledger.complete(claim)).isEqualTo(new Accepted());
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
  }

  /// Invariant 7: a batch that comes twice is stored once, and evidence never changes.
  @Test
  void aRepeatedBatchAddsNothing() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    var batch = List.of(new ScoreRow(3, 0, 0.25, null, Map.of("precision", 0.5)));
    var other = List.of(new ScoreRow(3, 0, 0.75, null, Map.of()));

    var first = ledger.scores(claim.job().id(), claim.token(), batch);
    var again = ledger.scores(claim.job().id(), claim.token(), batch);
    var different = ledger.scores(claim.job().id(), claim.token(), other);

    assertThat(List.of(first, again, different))
        .containsExactly(
            new Results.Stored.Taken(1), new Results.Stored.Taken(0), new Results.Stored.Taken(0));
    assertThat(ledger.postgres.query("select value from score", Double.class))
        .containsExactly(0.25);
  }

  @Test
  void anOrdinalOfAnotherShardIsRefused() {
    ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());

    assertThat(
            ledger.scores(
                claim.job().id(), claim.token(), List.of(new ScoreRow(5, 0, 0.5, null, Map.of()))))
        .isEqualTo(new Results.Stored.Foreign(5, 0, 4));
  }

  /// Invariant 7: completing only closes; what is missing keeps it open.
  @Test
  void aJobWithMissingResultsCannotBeCompleted() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());
    ledger.deliverUpTo(claim, 9);

    assertThat(ledger.complete(claim)).isEqualTo(new Incomplete(9, 10));
    assertThat(ledger.job(claim.job().id()).state()).isEqualTo(JobState.CLAIMED);
  }

  /// Invariant 8: transient failures wait, for as long as whoever refused asked. Invariant 16: what
  /// a worker does not deliver would pass for the candidate's gap.
  @Test
  void aWorkersWordDoesNotCloseAJobOfResponsesThatAreNotThere() {
    worker = ledger.worker(1, "lead-sentence");
    ledger.start(ledger.generating(10, Ledger.metric("rouge-l")));
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());

    assertThat(ledger.complete(claim)).isEqualTo(new Incomplete(0, 10));
    ledger.deliver(claim);
    assertThat(ledger.complete(claim)).isEqualTo(new Accepted());
  }

  /// Invariant 1: the database itself refuses a state without a clock.
  @Test
  void theDatabaseRefusesAStateWithoutAClock() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));

    assertThatThrownBy(() ->
            ledger.postgres.asOwner("update job set due_at = null where run_id = '" + run + "'"))
        .rootCause()
        .hasMessageContaining("job_check");
    assertThatThrownBy(() -> ledger.postgres.asOwner("update run set state = 'complete'"))
        .rootCause()
        .hasMessageContaining("run_check");
  }

  private void assertHealthy() {
    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .isEmpty();
  }

  @SafeVarargs
  private static List<Object> atOnce(java.util.concurrent.Callable<Object>... calls)
      throws Exception {
    var barrier = new CyclicBarrier(calls.length);
    try (var executor = Executors.newFixedThreadPool(calls.length)) {
      var futures =
          List.of(calls).stream()
              .map(call ->
                  executor.submit(() -> {
                    barrier.await();
                    return call.call();
                  }))
              .toList();
      var answers = new java.util.ArrayList<Object>();
      for (Future<Object> future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}

package palmares.api.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.event.Event;
import palmares.db.event.EventStore;
import palmares.db.job.Doctor;
import palmares.db.job.FailureClass;
import palmares.db.job.RunState;
import palmares.db.job.Stage;
import palmares.db.testing.TestDatabase;

class RunPlannerTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
  }

  @Test
  void cutsTheExamplesIntoShardsForEachEvaluatorOfTheStage() {
    var run =
        ledger.start(
            ledger.scoring(
                4, Ledger.metric("rouge-l"), Ledger.metric("contains"), Ledger.rewardModel("r")));

    var jobs = ledger.jobsOf(run).stream().map(ledger::job).toList();

    assertThat(jobs)
        .extracting(job -> job.offer() + " " + job.firstOrdinal() + ".." + job.lastOrdinal())
        .containsExactly(
            "rouge-l@1 0..3",
            "rouge-l@1 4..7",
            "rouge-l@1 8..9",
            "contains@1 0..3",
            "contains@1 4..7",
            "contains@1 8..9");
    assertThat(ledger.run(run).openJobs()).isEqualTo(6);
  }

  @Test
  void goesFromGenerateToScoreToRewardAndEnds() {
    var worker = ledger.worker(4, "lead-sentence", "rouge-l", "r");
    var run = ledger.start(ledger.generating(5, Ledger.metric("rouge-l"), Ledger.rewardModel("r")));

    ledger.workAll(worker);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
    assertThat(timeline(run))
        .containsExactly(
            "run-started",
            "stage-started generate",
            "stage-ended generate",
            "stage-started score",
            "stage-ended score",
            "stage-started reward",
            "stage-ended reward",
            "run-ended");
    assertThat(ledger.count("select count(*) from score")).isEqualTo(10);
    assertThat(ledger.count("select count(*) from reward")).isEqualTo(10);
  }

  @Test
  void theEndOfGenerateSealsTheResponses() {
    var worker = ledger.worker(4, "lead-sentence");
    var run = ledger.start(ledger.generating(5, Ledger.metric("rouge-l")));

    ledger.workAll(worker);

    var sealed = ledger.run(run);
    assertThat(sealed.stage()).isEqualTo(Stage.SCORE);
    assertThat(new String(ledger.blobs.read(sealed.responses()), UTF_8))
        .startsWith("{\"ordinal\":0,\"sample\":0,\"text\":\"text 0\"}\n")
        .hasLineCount(10);
  }

  @Test
  void endingARunRaisesItsLeaderboards() {
    var worker = ledger.worker(4, "rouge-l");
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));

    ledger.workAll(worker);

    assertThat(
            ledger.count(
                "select count(*) from leaderboard where wanted_revision = 1 and due_at is not null"))
        .isEqualTo(1);
  }

  /// Invariant 16: what a crashed system leaves out counts as its own gap.
  @Test
  void aSystemThatCrashedLeavesGapsThatCount() {
    var worker = ledger.worker(4, "lead-sentence", "rouge-l");
    var run = ledger.start(ledger.generating(5, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    ledger.work(worker, jobs.getFirst());
    var claim = ledger.claim(worker, jobs.getLast());

    ledger.endings.fail(
        claim.job().id(), claim.token(), FailureClass.CANDIDATE, "exit status 3", null);
    ledger.workAll(worker);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    assertThat(ledger.count("select count(*) from score where cause = 'CRASHED'")).isEqualTo(5);
    assertThat(ledger.count("select count(*) from score where value is not null")).isEqualTo(5);
  }

  /// Invariant 16: where the fault is ours, nothing is written.
  @Test
  void nothingIsSaidOfShardsThatWeFailedToRun() {
    var worker = ledger.worker(4, "lead-sentence", "rouge-l");
    var run = ledger.start(ledger.generating(5, Ledger.metric("rouge-l")));
    ledger.work(worker, ledger.dispatch().getFirst());
    for (int i = 0; i < Ledger.CONFIG.failures(); i++) {
      ledger.jobsOf(run).forEach(ledger.rows::overdueIfOpen);
      var claim = ledger.claim(worker, ledger.jobsOf(run).get(1));
      ledger.endings.fail(claim.job().id(), claim.token(), FailureClass.EVALUATOR, "bug", null);
    }

    ledger.workAll(worker);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    assertThat(ledger.count("select count(*) from score")).isEqualTo(5);
  }

  /// Jobs of metrics have more examples than those of systems: what was given is scored all the
  /// same.
  @Test
  void whatWeFailedToRunIsCutOutOfLargerShards() {
    var worker = ledger.worker(4, "lead-sentence", "rouge-l");
    var run = ledger.start(ledger.generating(2, 10, Ledger.metric("rouge-l")));
    var failing = ledger.jobsOf(run).get(2);
    for (int i = 0; i < Ledger.CONFIG.failures(); i++) {
      ledger.rows.overdueIfOpen(failing);
      var claim = ledger.claim(worker, failing);
      ledger.endings.fail(failing, claim.token(), FailureClass.EVALUATOR, "bug", null);
    }

    ledger.workAll(worker);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    assertThat(POSTGRES.query("select ordinal from score order by ordinal", Integer.class))
        .containsExactly(0, 1, 2, 3, 6, 7, 8, 9);
    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .isEmpty();
  }

  @Test
  void aRetryTakesOverWhatIsThereAndRunsOnlyTheRest() {
    var worker = ledger.worker(4, "lead-sentence", "rouge-l");
    var run = ledger.start(ledger.generating(5, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    ledger.work(worker, jobs.getFirst());
    var claim = ledger.claim(worker, jobs.getLast());
    ledger.endings.fail(claim.job().id(), claim.token(), FailureClass.CANDIDATE, "crash", null);
    ledger.workAll(worker);

    var retried =
        ledger.database.transact(tx -> ledger.retries.retry(tx, ledger.run(run), 0, null));
    var again = ((Retries.Retried.Started) retried).run();
    ledger.workAll(worker);

    assertThat(ledger.stateOf(again)).isEqualTo(RunState.COMPLETE);
    assertThat(ledger.jobsOf(again)).hasSize(2);
    var no = ledger.run(again).no();
    assertThat(
            ledger.count("select count(*) from score where value is not null and run_no = " + no))
        .isEqualTo(10);
    assertThat(ledger.count("select count(*) from score where attempt = 0 and run_no = " + no))
        .isEqualTo(5);
  }

  @Test
  void aRunThatIsCompleteCannotBeRetried() {
    var worker = ledger.worker(4, "rouge-l");
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    ledger.workAll(worker);

    var retried =
        ledger.database.transact(tx -> ledger.retries.retry(tx, ledger.run(run), 0, null));

    assertThat(retried).isEqualTo(new Retries.Retried.NothingToRetry(RunState.COMPLETE));
  }

  private List<String> timeline(java.util.UUID run) {
    List<Event> events =
        ledger.database.transact(tx -> EventStore.after(tx, ledger.run(run).subject(), 0, 100));
    return events.stream()
        .map(event -> (event.kind() + " " + event.detail().getOrDefault("stage", "")).strip())
        .toList();
  }
}

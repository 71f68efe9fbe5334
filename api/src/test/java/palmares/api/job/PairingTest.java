package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.UuidV7;
import palmares.db.job.Doctor;
import palmares.db.job.FailureClass;
import palmares.db.job.JobState;
import palmares.db.job.RunSpec;
import palmares.db.job.RunSpec.PairingPart;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.job.Stage;
import palmares.db.testing.TestDatabase;

/// Invariant 13: who meets whom before a judge of pairs.
class PairingTest {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
          + " and wait_event = 'advisory' and datname = current_database()";

  private static final PairingPart ALL = new PairingPart("all", List.of(), 100, "both-orders@1");
  private static final String MET =
      "select count(*) from opponent join run on run.no = run_no where skipped is null and id = '%s'";

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;
  private UUID worker;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(20, "checklist-pair");
  }

  @Test
  void eachPairIsPlannedOnceByTheRunThatBecomesReadyLater() {
    var runs = List.of(ledger.start(all(4)), ledger.start(all(4)), ledger.start(all(4)));

    assertThat(runs)
        .extracting(run -> ledger.count(MET.formatted(run)))
        .containsExactly(0L, 1L, 2L);
    assertThat(runs).extracting(run -> ledger.jobsOf(run).size()).containsExactly(0, 3, 6);
    assertThat(ledger.count("select count(*) from pairing")).isEqualTo(3 * Ledger.EXAMPLES);
    assertThat(ledger.stateOf(runs.getFirst())).isEqualTo(RunState.COMPLETE);
    assertThat(ledger.run(runs.getLast()).stage()).isEqualTo(Stage.PAIR);
  }

  @Test
  void ofTwoThatBecomeReadyAtOnceTheLaterOneSeesTheEarlier() throws Exception {
    var inserted = new CountDownLatch(1);
    var finish = new CountDownLatch(1);

    var first = CompletableFuture.runAsync(() -> ledger.startSlowly(all(10), inserted, finish));
    assertThat(inserted.await(10, TimeUnit.SECONDS)).isTrue();
    var second = CompletableFuture.supplyAsync(() -> ledger.start(all(10)));
    await().until(() -> second.isDone() || ledger.count(WAITING) > 0);
    finish.countDown();
    first.get(10, TimeUnit.SECONDS);
    var later = second.get(10, TimeUnit.SECONDS);

    assertThat(ledger.count(MET.formatted(later))).isEqualTo(1);
    assertThat(ledger.count("select count(*) from pairing")).isEqualTo(Ledger.EXAMPLES);
  }

  @Test
  void theEndOfARunMakesBattlesOfBothOrders() {
    ledger.start(all(4));
    var run = ledger.start(all(4));

    ledger.workAll(worker);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
    assertThat(ledger.count("select count(*) from preference")).isEqualTo(2 * Ledger.EXAMPLES);
    assertThat(
            ledger.count(
                "select count(*) from battle where outcome = 1 and weight = 1"
                    + " and source_kind = 'preference' and settle_rule = 'both-orders@1'"))
        .isEqualTo(Ledger.EXAMPLES);
    assertThat(ledger.count("select count(distinct cluster) from battle")).isEqualTo(10);
    healthy();
  }

  @Test // invariant 7
  void theNextAttemptIsToldWhichPairsWereJudgedInBothOrders() {
    ledger.start(all(10));
    ledger.start(all(10));
    var job = ledger.dispatch().getFirst();
    var claim = ledger.claim(worker, job);
    ledger.preferences(
        job,
        claim.token(),
        List.of(Ledger.leftWins(0, 1), Ledger.leftWins(0, 2), Ledger.leftWins(1, 1)));

    var early = ledger.complete(claim);
    ledger.endings.release(job, claim.token());
    ledger.dispatch();
    var again = ledger.claim(worker, job);

    assertThat(early).isEqualTo(new Ending.Incomplete(1, 10));
    assertThat(again.done()).containsExactly(0);
    assertThat(again.responses()).isNotNull();
    assertThat(again.against()).isNotNull();
  }

  @Test // invariant 5
  void whatASupersededAttemptSaysIsNotTakenAndWhatWasSaidFirstStays() {
    ledger.start(all(10));
    ledger.start(all(10));
    var job = ledger.dispatch().getFirst();
    var early = ledger.claim(worker, job);
    ledger.preferences(job, early.token(), List.of(Ledger.leftWins(0, 1)));
    ledger.endings.release(job, early.token());
    ledger.dispatch();
    var late = ledger.claim(worker, job);

    var superseded = ledger.preferences(job, early.token(), List.of(Ledger.leftWins(1, 1)));
    var stored =
        ledger.preferences(
            job, late.token(), List.of(Ledger.leftWins(0, 1), Ledger.leftWins(0, 2)));
    var foreign = ledger.preferences(job, late.token(), List.of(Ledger.leftWins(10, 1)));

    assertThat(superseded).isEqualTo(new Results.Stored.Superseded());
    assertThat(stored).isEqualTo(new Results.Stored.Taken(1));
    assertThat(foreign).isEqualTo(new Results.Stored.Foreign(10, 0, 9));
    assertThat(ledger.count("select count(*) from preference where attempt = 1")).isEqualTo(1);
  }

  @Test
  void whoIsWithdrawnLeftOutOrCancelledIsSkippedWithAReason() {
    var withdrawn = ledger.start(all(10));
    var leftOut = ledger.start(all(10));
    POSTGRES.asOwner(
        "insert into exclusion (id, kind, subject, reason, account_id) values ('%s', 'run', '%s', 'x', '%s')"
            .formatted(UuidV7.next(), leftOut, ledger.account));
    var cancelled = ledger.start(all(10));
    ledger.cancellation.cancel(cancelled);
    POSTGRES.asOwner(
        "update submission set withdrawn_at = now() where id = '%s'"
            .formatted(ledger.run(withdrawn).submission()));

    var run = ledger.start(all(10));

    assertThat(reasons(run))
        .containsExactlyInAnyOrder(
            "it is withdrawn", "it is left out of the leaderboards", "its run is cancelled");
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
  }

  @Test
  void aSystemIsMetByItsNewestSubmissionAndNeverByItself() {
    var team = ledger.team("t", 1);
    var system = UuidV7.next();
    ledger.start(all(10), team, ledger.rows.submission(team, system), 0);
    var newest = ledger.start(all(10), team, ledger.rows.submission(team, system), 0);

    var run = ledger.start(all(10));

    assertThat(ledger.jobsOf(newest)).isEmpty();
    assertThat(ledger.count(MET.formatted(run))).isEqualTo(1);
    assertThat(reasons(run)).containsExactly("its system has a newer submission");
  }

  /// Else a team could dodge opponents by cancelling what they were promised to meet.
  @Test
  void whatMayStillBeCancelledTakesNoPlaceFromWhatStands() {
    var team = ledger.team("t", 1);
    var system = UuidV7.next();
    var stands = ledger.start(all(10), team, ledger.rows.submission(team, system), 0);
    ledger.start(all(10));
    var atWork = ledger.start(all(10), team, ledger.rows.submission(team, system), 0);
    assertThat(ledger.stateOf(atWork)).isEqualTo(RunState.ACTIVE);

    var run = ledger.start(all(10));

    assertThat(ledger.count(against(run, stands))).isEqualTo(1);
    assertThat(ledger.count(against(run, atWork))).isEqualTo(1);
  }

  @Test
  void aRunMeetsNoMoreThanItsBenchmarkAllowsAndBaselinesFirst() {
    var baseline = ledger.start(all(10));
    baseline(baseline);
    ledger.start(all(10));
    ledger.start(all(10));

    var run = ledger.start(spec(new PairingPart("all", List.of(), 2, "both-orders@1")));

    assertThat(ledger.count(MET.formatted(run))).isEqualTo(2);
    assertThat(reasons(run)).containsExactly("the run meets 2 others already");
    assertThat(ledger.count(against(run, baseline))).isEqualTo(1);
  }

  @Test
  void againstBaselinesEitherOfThePairMayBeTheOneThatCameFirst() {
    var baselines = spec(new PairingPart("baselines", List.of(), 100, "both-orders@1"));
    var early = ledger.start(baselines);
    var team = ledger.team("owners", 1);
    var submission = ledger.rows.submission(team);
    POSTGRES.asOwner("update submission set baseline = true where id = '" + submission + "'");

    var baseline = ledger.start(baselines, team, submission, 0);
    var late = ledger.start(baselines);

    assertThat(ledger.count(against(baseline, early))).isEqualTo(1);
    assertThat(ledger.count(against(late, baseline))).isEqualTo(1);
    assertThat(ledger.count("select count(*) from opponent")).isEqualTo(2);
  }

  @Test
  void namedOpponentsAreSystemsOfTheOrganiserAlone() {
    var named = spec(new PairingPart("named", List.of("anchor"), 100, "both-orders@1"));
    var own = ledger.start(named);
    var impostor = ledger.start(named);
    POSTGRES.asOwner(
        """
        update system set name = 'anchor' where id in (
          select w.system_id from submission s join system_version w on w.id = s.system_version_id
          where s.id in ('%s', '%s'));
        update system set team_id = (select team_id from benchmark) where id = (
          select w.system_id from submission s join system_version w on w.id = s.system_version_id
          where s.id = '%s')
        """
            .formatted(
                ledger.run(own).submission(),
                ledger.run(impostor).submission(),
                ledger.run(own).submission()));

    var run = ledger.start(named);

    assertThat(ledger.count(against(run, own))).isEqualTo(1);
    assertThat(ledger.count(against(run, impostor))).isZero();
  }

  @Test // invariant 17
  void runsUnderDifferentRevisionsOfTheGoldDoNotMeet() {
    POSTGRES.asOwner("insert into gold_document select version_id, 2, sha256 from gold_document");
    ledger.start(all(10));

    var mended = ledger.start(Ledger.paired(ledger.version, 2, ALL, 10));
    var alike = ledger.start(Ledger.paired(ledger.version, 2, ALL, 10));

    assertThat(reasons(mended))
        .containsExactly("it was judged under revision 1 of the gold, and this run is under 2");
    assertThat(ledger.count(against(alike, mended))).isEqualTo(1);
    assertThat(ledger.count(MET.formatted(alike))).isEqualTo(1);
  }

  @Test // invariant 9
  void aCancelledRunMakesNoBattles() {
    ledger.start(all(5));
    var run = ledger.start(all(5));
    ledger.work(worker, ledger.dispatch().getFirst());

    ledger.cancellation.cancel(run);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLED);
    assertThat(ledger.count("select count(*) from preference")).isEqualTo(10);
    assertThat(ledger.count("select count(*) from battle")).isZero();
    healthy();
  }

  @Test // invariant 9
  void aRunThatIsTriedAgainTakesOverWhatWasSaidOnWhicheverSideItStood() {
    var early = ledger.start(all(5));
    var run = ledger.start(all(5));
    ledger.work(worker, ledger.dispatch().getFirst());
    ledger.cancellation.cancel(run);
    var late = ledger.start(all(5));
    ledger.workAll(worker);
    // Told by hand: what is stored of a run that `late` met as an opponent before it was cancelled.
    POSTGRES.asOwner(
        """
        insert into preference (rater_id, version_no, ordinal, left_no, right_no, left_shown,
          probability, label, attempt)
        select rater_id, version_no, 7, %1$d, %2$d, shown, 0.25, 'x', 1
        from (select distinct rater_id, version_no from preference) p, generate_series(1, 2) as shown
        """
            .formatted(ledger.run(late).no(), ledger.run(run).no()));

    var again = again(run);

    assertThat(ledger.count(against(again, early))).isEqualTo(1);
    assertThat(ledger.count(against(again, late))).isEqualTo(1);
    var taken = "select count(*) from preference join run on run.no = left_no where id = '%s'";
    // Five ordinals in both orders against the first, one against the last.
    assertThat(ledger.count(taken.formatted(again) + " and attempt = 0")).isEqualTo(12);
    assertThat(
            POSTGRES.query(
                "select probability from preference join run on run.no = left_no where id = '"
                    + again
                    + "' and ordinal = 7",
                Double.class))
        .containsExactly(0.75, 0.75);
    // One of two shards against the first is done; the last has to be asked about both.
    assertThat(ledger.jobsOf(again)).hasSize(3);
  }

  @Test
  void whoeverIsTriedAgainIsMetAsItStandsAndAsItMayComeToStand() {
    ledger.start(all(5));
    var run = ledger.start(all(5));
    failAll(run);
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    healthy();

    var again = again(run);
    var late = ledger.start(all(5));

    assertThat(ledger.count(against(late, run))).isEqualTo(1);
    assertThat(ledger.count(against(late, again))).isEqualTo(1);
  }

  @Test // invariant 2
  void theDoctorFindsPairsThatWereNotJudgedAndBattlesThatDoNotFollow() {
    ledger.start(all(5));
    ledger.start(all(5));
    ledger.workAll(worker);
    healthy();

    POSTGRES.asOwner("delete from preference where ordinal = 3 and left_shown = 2");
    POSTGRES.asOwner("update battle set outcome = 0.75 where cluster = 4");
    POSTGRES.asOwner("delete from battle where cluster = 5");
    POSTGRES.asOwner("delete from pairing where ordinal = 6");

    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .extracting(finding -> finding.check() + ": " + finding.violations())
        .containsExactlyInAnyOrder(
            "pairs that were not judged in both orders: 2",
            "battles that do not follow from their preferences: 3");
  }

  /// Lets each job of a run fail until it is given up.
  private void failAll(UUID run) {
    while (!ledger.stateOf(run).isEnd()) {
      var job =
          ledger.jobsOf(run).stream()
              .filter(each -> ledger.job(each).state() == JobState.READY)
              .findAny()
              .orElseThrow();
      ledger.overdue(job);
      var claim = ledger.claim(worker, job);
      ledger.endings.fail(job, claim.token(), FailureClass.EVALUATOR, "it broke", null);
    }
  }

  private UUID again(UUID run) {
    return ledger.database.transact(tx -> {
      var held = RunStore.lock(tx, run);
      return ((Retries.Retried.Started) ledger.retries.retry(tx, held, 0, null)).run();
    });
  }

  private void baseline(UUID run) {
    POSTGRES.asOwner(
        "update submission set baseline = true where id = '" + ledger.run(run).submission() + "'");
  }

  private String against(UUID run, UUID other) {
    return MET.formatted(run) + " and against_no = " + ledger.run(other).no();
  }

  private List<String> reasons(UUID run) {
    return POSTGRES.query(
        "select skipped from opponent join run on run.no = run_no where skipped is not null and id = '"
            + run
            + "'",
        String.class);
  }

  private RunSpec all(int shardSize) {
    return Ledger.paired(ledger.version, 1, ALL, shardSize);
  }

  private RunSpec spec(PairingPart pairing) {
    return Ledger.paired(ledger.version, 1, pairing, 10);
  }

  private void healthy() {
    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .isEmpty();
  }
}

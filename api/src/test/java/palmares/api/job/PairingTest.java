package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.UuidV7;
import palmares.db.job.RunSpec.PairingPart;
import palmares.db.job.RunState;
import palmares.db.job.Stage;
import palmares.db.testing.TestDatabase;

/// Invariant 13: who meets whom before a judge of pairs.
class PairingTest {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
          + " and wait_event = 'advisory' and datname = current_database()";

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;
  private UUID worker;
  private Pairs pairs;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(20, "checklist-pair");
    pairs = new Pairs(ledger);
  }

  @Test
  void eachPairIsPlannedOnceByTheRunThatBecomesReadyLater() {
    var runs =
        List.of(ledger.start(pairs.all(4)), ledger.start(pairs.all(4)), ledger.start(pairs.all(4)));

    assertThat(runs)
        .extracting(run -> ledger.count(Pairs.MET.formatted(run)))
        .containsExactly(0L, 1L, 2L);
    assertThat(runs).extracting(run -> ledger.jobsOf(run).size()).containsExactly(0, 3, 6);
    assertThat(ledger.count("select count(*) from pairing")).isEqualTo(3 * Ledger.EXAMPLES);
    assertThat(ledger.stateOf(runs.getFirst())).isEqualTo(RunState.COMPLETE);
    assertThat(ledger.run(runs.getLast()).stage()).isEqualTo(Stage.PAIR);
  }

  @Test
  void ofTwoThatBecomeReadyAtOnceTheLaterOneSeesTheEarlier() throws Exception {
    var slow = new SlowStart();
    var first = CompletableFuture.runAsync(() -> slow.of(ledger, pairs.all(10)));
    assertThat(slow.isInserted()).isTrue();
    var second = CompletableFuture.supplyAsync(() -> ledger.start(pairs.all(10)));
    await().until(() -> second.isDone() || ledger.count(WAITING) > 0);
    slow.finish();
    first.get(10, TimeUnit.SECONDS);
    var later = second.get(10, TimeUnit.SECONDS);

    assertThat(ledger.count(Pairs.MET.formatted(later))).isEqualTo(1);
    assertThat(ledger.count("select count(*) from pairing")).isEqualTo(Ledger.EXAMPLES);
  }

  @Test
  void whoIsWithdrawnLeftOutOrCancelledIsSkippedWithAReason() {
    var withdrawn = ledger.start(pairs.all(10));
    var leftOut = ledger.start(pairs.all(10));
    pairs.exclude("run", leftOut);
    var cancelled = ledger.start(pairs.all(10));
    ledger.cancellation.cancel(cancelled);
    POSTGRES.asOwner(
        "update submission set withdrawn_at = now() where id = '%s'"
            .formatted(ledger.run(withdrawn).submission()));

    var run = ledger.start(pairs.all(10));

    assertThat(pairs.reasons(run))
        .containsExactlyInAnyOrder(
            "it is withdrawn", "it is left out of the leaderboards", "its run is cancelled");
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
  }

  @Test
  void aSystemIsMetByItsNewestSubmissionAndNeverByItself() {
    var team = ledger.team("t", 1);
    var system = UuidV7.next();
    ledger.start(pairs.all(10), team, ledger.rows.submission(team, system), 0);
    var newest = ledger.start(pairs.all(10), team, ledger.rows.submission(team, system), 0);

    var run = ledger.start(pairs.all(10));

    assertThat(ledger.jobsOf(newest)).isEmpty();
    assertThat(ledger.count(Pairs.MET.formatted(run))).isEqualTo(1);
    assertThat(pairs.reasons(run)).containsExactly("its system has a newer submission");
  }

  /// Else a team could dodge opponents by cancelling what they were promised to meet.
  @Test
  void whatMayStillBeCancelledTakesNoPlaceFromWhatStands() {
    var team = ledger.team("t", 1);
    var system = UuidV7.next();
    var stands = ledger.start(pairs.all(10), team, ledger.rows.submission(team, system), 0);
    ledger.start(pairs.all(10));
    var atWork = ledger.start(pairs.all(10), team, ledger.rows.submission(team, system), 0);
    assertThat(ledger.stateOf(atWork)).isEqualTo(RunState.ACTIVE);

    var run = ledger.start(pairs.all(10));

    assertThat(ledger.count(pairs.against(run, stands))).isEqualTo(1);
    assertThat(ledger.count(pairs.against(run, atWork))).isEqualTo(1);
  }

  @Test
  void aRunMeetsNoMoreThanItsBenchmarkAllowsAndBaselinesFirst() {
    var baseline = ledger.start(pairs.all(10));
    pairs.baseline(baseline);
    ledger.start(pairs.all(10));
    ledger.start(pairs.all(10));

    var run = ledger.start(pairs.spec(new PairingPart("all", List.of(), 2, "both-orders@1")));

    assertThat(ledger.count(Pairs.MET.formatted(run))).isEqualTo(2);
    assertThat(pairs.reasons(run)).containsExactly("the run meets 2 others already");
    assertThat(ledger.count(pairs.against(run, baseline))).isEqualTo(1);
  }

  @Test
  void againstBaselinesEitherOfThePairMayBeTheOneThatCameFirst() {
    var baselines = pairs.spec(new PairingPart("baselines", List.of(), 100, "both-orders@1"));
    var early = ledger.start(baselines);
    var team = ledger.team("owners", 1);
    var submission = ledger.rows.submission(team);
    POSTGRES.asOwner("update submission set baseline = true where id = '" + submission + "'");

    var baseline = ledger.start(baselines, team, submission, 0);
    var late = ledger.start(baselines);

    assertThat(ledger.count(pairs.against(baseline, early))).isEqualTo(1);
    assertThat(ledger.count(pairs.against(late, baseline))).isEqualTo(1);
    assertThat(ledger.count("select count(*) from opponent")).isEqualTo(2);
  }

  @Test
  void namedOpponentsAreSystemsOfTheOrganiserAlone() {
    var named = pairs.spec(new PairingPart("named", List.of("anchor"), 100, "both-orders@1"));
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

    assertThat(ledger.count(pairs.against(run, own))).isEqualTo(1);
    assertThat(ledger.count(pairs.against(run, impostor))).isZero();
  }

  @Test // invariant 17
  void runsUnderDifferentRevisionsOfTheGoldDoNotMeet() {
    POSTGRES.asOwner("insert into gold_document select version_id, 2, sha256 from gold_document");
    ledger.start(pairs.all(10));

    var mended = ledger.start(pairs.underGold(2));
    var alike = ledger.start(pairs.underGold(2));

    assertThat(pairs.reasons(mended))
        .containsExactly("it was judged under revision 1 of the gold, and this run is under 2");
    assertThat(ledger.count(pairs.against(alike, mended))).isEqualTo(1);
    assertThat(ledger.count(Pairs.MET.formatted(alike))).isEqualTo(1);
  }
}

package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.db.job.RunState;
import palmares.db.testing.TestDatabase;

/// Who was left out while others became ready meets them once it counts again, and once only.
class MissedPairsTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"submission", "run"})
  void whoSkippedItIsMetAfterTheLiftAndWhatWasJudgedIsNotAskedAgain(String kind) {
    var early = ledger.start(pairs.all(10));
    var leftOut = ledger.start(pairs.all(10));
    ledger.workAll(worker);
    var exclusion = pairs.exclude(kind, leftOut);
    var late = List.of(ledger.start(pairs.all(10)), ledger.start(pairs.all(10)));
    ledger.workAll(worker);
    ledger.sweeper.sweep();
    assertThat(runsOf(leftOut)).containsExactly(leftOut);

    pairs.lift(exclusion);
    ledger.sweeper.sweep();
    ledger.sweeper.sweep();

    assertThat(runsOf(leftOut)).hasSize(2);
    var again = runsOf(leftOut).getLast();
    assertThat(ledger.count(pairs.against(again, early))).isEqualTo(1);
    assertThat(late).allSatisfy(run -> assertThat(met(again, run)).isEqualTo(1));
    assertThat(ledger.jobsOf(again)).as("one for each that skipped it").hasSize(2);
    ledger.workAll(worker);
    ledger.sweeper.sweep();
    assertThat(runsOf(leftOut)).hasSize(2);
    assertThat(ledger.stateOf(again)).isEqualTo(RunState.COMPLETE);
    assertThat(battlesOf(again)).isEqualTo(3 * Ledger.EXAMPLES);
    pairs.healthy();
  }

  @Test
  void whomNobodySkippedHasNothingToMakeUpFor() {
    ledger.start(pairs.all(10));
    var leftOut = ledger.start(pairs.all(10));
    ledger.workAll(worker);

    pairs.lift(pairs.exclude("run", leftOut));
    ledger.sweeper.sweep();

    assertThat(runsOf(leftOut)).containsExactly(leftOut);
  }

  @Test
  void whoWasAtWorkMeetsThemOnceItHasEnded() {
    ledger.start(pairs.all(10));
    var atWork = ledger.start(pairs.all(10));
    var exclusion = pairs.exclude("submission", atWork);
    var late = ledger.start(pairs.all(10));
    pairs.lift(exclusion);
    ledger.sweeper.sweep();
    assertThat(runsOf(atWork)).containsExactly(atWork);

    ledger.workAll(worker);
    ledger.sweeper.sweep();

    assertThat(met(runsOf(atWork).getLast(), late)).isEqualTo(1);
  }

  @Test
  void whoSkippedItIsNotMetWhileItIsLeftOutItself() {
    var first = ledger.start(pairs.all(10));
    var firstOut = pairs.exclude("run", first);
    var second = ledger.start(pairs.all(10));
    var secondOut = pairs.exclude("run", second);

    pairs.lift(firstOut);
    ledger.sweeper.sweep();
    assertThat(runsOf(first)).containsExactly(first);
    pairs.lift(secondOut);
    ledger.sweeper.sweep();

    assertThat(met(runsOf(first).getLast(), second)).isEqualTo(1);
    assertThat(runsOf(second)).containsExactly(second);
  }

  @Test
  void whatWasStoppedIsNotBegunByItselfOverAndOver() {
    var leftOut = ledger.start(pairs.all(10));
    var exclusion = pairs.exclude("run", leftOut);
    ledger.start(pairs.all(10));
    pairs.lift(exclusion);
    ledger.sweeper.sweep();

    ledger.cancellation.cancel(runsOf(leftOut).getLast());
    ledger.sweeper.sweep();

    assertThat(runsOf(leftOut)).hasSize(2);
  }

  @Test
  void whatIsLeftOutAgainIsNotStoodInForByTheRunThatMakesUp() {
    var leftOut = ledger.start(pairs.all(10));
    var exclusion = pairs.exclude("run", leftOut);
    ledger.start(pairs.all(10));
    pairs.lift(exclusion);
    ledger.sweeper.sweep();
    pairs.exclude("run", leftOut);
    ledger.workAll(worker);

    var late = ledger.start(pairs.all(10));

    assertThat(met(late, runsOf(leftOut).getLast())).isZero();
    assertThat(met(late, leftOut)).isZero();
  }

  @Test
  void itIsWorkOfTheBenchmarksTeamThatGoesLast() {
    var leftOut = ledger.start(pairs.all(10));
    var exclusion = pairs.exclude("run", leftOut);
    ledger.start(pairs.all(10));
    pairs.lift(exclusion);

    ledger.sweeper.sweep();

    var again = ledger.run(runsOf(leftOut).getLast());
    assertThat(POSTGRES.query("select team_id from benchmark", UUID.class))
        .containsExactly(again.team());
    assertThat(again.priority()).isNegative();
  }

  private List<UUID> runsOf(UUID run) {
    return POSTGRES.query(
        "select id from run where submission_id = '%s' order by no"
            .formatted(ledger.run(run).submission()),
        UUID.class);
  }

  private long met(UUID run, UUID other) {
    return ledger.count(pairs.against(run, other));
  }

  private long battlesOf(UUID run) {
    return ledger.count(
        "select count(*) from battle where %d in (left_no, right_no)"
            .formatted(ledger.run(run).no()));
  }
}

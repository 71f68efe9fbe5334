package palmares.api.job;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.db.job.SweepStore;
import palmares.db.testing.TestDatabase;

class FairnessTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase(20);

  private Ledger ledger;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
  }

  /// Invariant 4: as much as live workers have free slots, times two; with none live, none.
  @Test
  void dispatchesTwiceTheFreeSlotsAndNothingWithoutAWorker() {
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")));
    assertThat(ledger.dispatch()).isEmpty();

    var worker = ledger.worker(2, "rouge-l");

    var first = ledger.dispatch();
    assertThat(first).hasSize(4);
    assertThat(ledger.dispatch()).isEmpty();
    ledger.claim(worker, first.get(0));
    ledger.claim(worker, first.get(1));
    assertThat(ledger.dispatch()).as("no slot is free").isEmpty();
  }

  @Test
  void whatNoLiveWorkerOffersStaysInTheLedger() {
    ledger.start(ledger.scoring(1, Ledger.metric("chrf"), Ledger.metric("rouge-l")));
    ledger.worker(20, "rouge-l");

    assertThat(ledger.dispatch())
        .hasSize(10)
        .allMatch(job -> ledger.job(job).offer().equals("rouge-l@1"));
  }

  /// Invariant 14: the next slot goes to the team with the least work in flight.
  @Test
  void aSmallRunBehindALargeOneOfAnotherTeamGetsEverySecondSlot() {
    var large = ledger.team("large", 1);
    var small = ledger.team("small", 1);
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), large, 0);
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), large, 0);
    ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")), small, 0);
    ledger.worker(2, "rouge-l");

    assertThat(teams(ledger.dispatch())).containsExactly("large", "small", "large", "small");
  }

  /// Invariant 14, for slots that become free one at a time: hints that are out already are taken
  /// before the dispatcher is asked again.
  @Test
  void aSmallRunGetsHalfOfTheSlotsThatBecomeFreeOneByOne() {
    var large = ledger.team("large", 1);
    var small = ledger.team("small", 1);
    for (var i = 0; i < 4; i++) {
      ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), large, 0);
    }
    var slots = new SlotsInTurn(ledger, 4);
    slots.turn(8);
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), small, 0);

    var claimed = teams(slots.turn(24));

    assertThat(claimed.stream().filter("small"::equals)).hasSize(10);
    assertThat(claimed.subList(2, 22).stream().filter("small"::equals)).hasSizeBetween(9, 10);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 6", "4, 10"})
  void moreTeamsThanSlotsTakeTurns(int slots, int teams) {
    for (var i = 0; i < teams; i++) {
      ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), ledger.team("team-" + i, 1), 0);
    }

    var claimed = teams(new SlotsInTurn(ledger, slots).turn(3 * teams));

    assertThat(claimed.stream().collect(groupingBy(team -> team, counting())))
        .hasSize(teams)
        .allSatisfy((team, turns) -> assertThat(turns).as(team).isBetween(2L, 4L));
  }

  @Test
  void aTeamOfTwiceTheWeightGetsTwiceTheSlots() {
    var light = ledger.team("light", 1);
    var heavy = ledger.team("heavy", 2);
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), light, 0);
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), heavy, 0);
    ledger.worker(3, "rouge-l");

    assertThat(teams(ledger.dispatch()))
        .containsExactly("heavy", "light", "heavy", "heavy", "light", "heavy");
  }

  @Test
  void withinATeamPriorityGoesFirstAndThenAge() {
    var team = ledger.team("one", 1);
    var old = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")), team, 0);
    var young = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")), team, 0);
    var urgent = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")), team, 5);
    ledger.worker(2, "rouge-l");

    assertThat(ledger.dispatch())
        .extracting(job -> ledger.job(job).run())
        .containsExactly(urgent, old, young);
  }

  /// Invariant 15: two dispatchers at once give no job twice and keep to the room there is.
  @Test
  void twoDispatchersAtOnceGiveNoJobTwice() throws Exception {
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")));
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")));
    ledger.worker(4, "rouge-l");
    var start = new CountDownLatch(1);
    Callable<List<UUID>> dispatch =
        () -> {
          start.await();
          return ledger.dispatch();
        };

    var all = new ArrayList<UUID>();
    try (var executor = Executors.newFixedThreadPool(4)) {
      var futures =
          List.of(dispatch, dispatch, dispatch, dispatch).stream().map(executor::submit).toList();
      start.countDown();
      for (var future : futures) {
        all.addAll(future.get(10, TimeUnit.SECONDS));
      }
    }

    assertThat(all).hasSize(8);
    assertThat(new HashSet<>(all)).hasSize(8);
  }

  /// The sweeper holds jobs while it writes down what they wait for, which costs nobody their turn.
  @Test
  void jobsThatTheSweeperIsExplainingAreNotPassedOver() throws Exception {
    var run = ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    ledger.jobsOf(run).forEach(ledger.rows::overdue);
    ledger.worker(1, "rouge-l");
    var explained = new CountDownLatch(1);
    var committed = new CountDownLatch(1);

    try (var executor = Executors.newFixedThreadPool(2)) {
      var sweep =
          executor.submit(() ->
              ledger.database.transact(tx -> {
                int jobs = SweepStore.explainWaiting(tx);
                explained.countDown();
                awaitUninterrupted(committed);
                return jobs;
              }));
      assertThat(explained.await(10, TimeUnit.SECONDS)).isTrue();
      var dispatch = executor.submit(ledger::dispatch);
      await().until(() -> dispatch.isDone() || isWaitedForALock());
      committed.countDown();

      assertThat(sweep.get(10, TimeUnit.SECONDS)).isEqualTo(2);
      assertThat(dispatch.get(10, TimeUnit.SECONDS)).hasSize(2);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isWaitedForALock() {
    return ledger.count(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'")
        > 0;
  }

  private List<String> teams(List<UUID> jobs) {
    return jobs.stream()
        .map(job ->
            ledger
                .postgres
                .query(
                    "select name from team join job on job.team_id = team.id where job.id = '"
                        + job
                        + "'",
                    String.class)
                .getFirst())
        .toList();
  }
}

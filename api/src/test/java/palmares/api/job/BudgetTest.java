package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.budget.BudgetStore;
import palmares.db.budget.Price;
import palmares.db.budget.Unit;
import palmares.db.job.Doctor;
import palmares.db.job.FailureClass;
import palmares.db.job.JobState;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.RunState;
import palmares.db.testing.TestDatabase;

/// Invariant 10 for budgets: reserved before the work, committed or refunded when it ends. Ten
/// examples at a price of 7 cost 70.
class BudgetTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase(20);

  private static final Price PRICE = new Price(7, 100);

  private Ledger ledger;
  private UUID worker;
  private UUID team;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(20, "judge", "rouge-l");
    team = ledger.team("payer", 1);
  }

  @AfterEach
  void everyBudgetAddsUp() {
    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .isEmpty();
  }

  @Test
  void whatIsDoneIsPaidOnceAndExactly() {
    budget(Unit.MONEY, 100);
    var run = start(5, judge());

    ledger.workAll(worker);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
    assertThat(used(Unit.MONEY)).isEqualTo(70);
    assertThat(sums()).isEqualTo(Map.of("reserve", 70L, "commit", 70L));
  }

  @Test
  void aRunWhoseNextClaimCannotBeReservedKeepsWhatIsDoneAndStops() {
    budget(Unit.MONEY, 40);
    var run = start(5, judge(), Ledger.metric("rouge-l"));
    var jobs = ledger.dispatch();
    var paid = jobs.stream().filter(id -> ledger.job(id).offer().equals("judge@1")).toList();
    var held = ledger.claim(worker, paid.getFirst());

    var refused = ledger.claims.claim(ledger.token, worker, paid.getLast(), UUID.randomUUID());

    assertThat(refused).isInstanceOf(ClaimResult.NotClaimable.class);
    assertThat(((ClaimResult.NotClaimable) refused).reason())
        .contains("the team's budget of money has 5 left, and 35 are needed");
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.STOPPING);

    // What a worker holds is paid for and is finished; a heartbeat keeps it.
    var lease = new Workers.Lease(held.job().id(), held.token());
    assertThat(ledger.workers.heartbeat(ledger.token, worker, List.of(lease), 1, false).abandon())
        .isEmpty();
    ledger.sweeper.sweep();
    ledger.deliver(held);
    ledger.complete(held);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.STOPPED);
    assertThat(ledger.count("select count(*) from score")).isEqualTo(5);
    assertThat(ledger.count("select wanted_revision from leaderboard")).isZero();
    assertThat(used(Unit.MONEY)).isEqualTo(35);
  }

  @Test
  void aStoppedRunThatIsRetriedPaysOnlyForTheRest() {
    budget(Unit.MONEY, 40);
    var run = start(5, judge());
    var jobs = ledger.dispatch();
    ledger.work(worker, jobs.getFirst());
    ledger.claims.claim(ledger.token, worker, jobs.getLast(), UUID.randomUUID());
    ledger.sweeper.sweep();
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.STOPPED);

    budget(Unit.MONEY, 70);
    var again =
        (Retries.Retried.Started)
            ledger.database.transact(tx -> ledger.retries.retry(tx, ledger.run(run), 0, null));
    ledger.workAll(worker);

    assertThat(ledger.stateOf(again.run())).isEqualTo(RunState.COMPLETE);
    assertThat(used(Unit.MONEY)).isEqualTo(70);
  }

  @Test
  void anAttemptThatEndsByOurFaultIsPaidForWhatItDelivered() {
    budget(Unit.MONEY, 100);
    var run = start(10, judge());
    var job = ledger.dispatch().getFirst();
    var first = ledger.claim(worker, job);
    ledger.deliverUpTo(first, 4);
    ledger.endings.fail(job, first.token(), FailureClass.WORKER, "no memory", null);
    assertThat(used(Unit.MONEY)).isEqualTo(28);

    ledger.rows.overdueIfOpen(job);
    var second = ledger.claim(worker, job);
    ledger.endings.release(job, second.token());
    assertThat(used(Unit.MONEY)).isEqualTo(28);

    ledger.rows.overdueIfOpen(job);
    var third = ledger.claim(worker, job);
    ledger.rows.overdue(job);
    ledger.sweeper.sweep(); // its lease has lapsed
    assertThat(third.done()).hasSize(4);
    assertThat(used(Unit.MONEY)).isEqualTo(28);

    ledger.rows.overdueIfOpen(job);
    ledger.work(worker, job);
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
    assertThat(sums()).isEqualTo(Map.of("reserve", 70L + 42 * 3, "commit", 70L, "refund", 126L));
  }

  @Test
  void anAttemptThatEndsByTheCandidatesFaultIsPaidWhole() {
    budget(Unit.MONEY, 100);
    start(10, judge());
    var claim = ledger.claim(worker, ledger.dispatch().getFirst());

    ledger.endings.fail(
        claim.job().id(), claim.token(), FailureClass.CANDIDATE, "its program crashed", null);

    assertThat(ledger.job(claim.job().id()).state()).isEqualTo(JobState.FAILED);
    assertThat(used(Unit.MONEY)).isEqualTo(70);
  }

  @Test
  void whatACancelledRunHadReservedComesBack() {
    budget(Unit.MONEY, 100);
    var run = start(10, judge());
    ledger.claim(worker, ledger.dispatch().getFirst());

    ledger.cancellation.cancel(run);
    ledger.workers.heartbeat(ledger.token, worker, List.of(), 1, false);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLED);
    assertThat(used(Unit.MONEY)).isZero();
  }

  @Test
  void aClaimThatIsRepeatedReservesOnce() {
    budget(Unit.MONEY, 100);
    start(10, judge());
    var job = ledger.dispatch().getFirst();
    var claim = UUID.randomUUID();

    ledger.claims.claim(ledger.token, worker, job, claim);
    ledger.claims.claim(ledger.token, worker, job, claim);

    assertThat(used(Unit.MONEY)).isEqualTo(70);
  }

  @Test
  void moneyNeedsABudgetAndTokensAreCountedWhereThereIsOne() {
    var broke = start(10, judge());
    ledger.claims.claim(ledger.token, worker, ledger.dispatch().getFirst(), UUID.randomUUID());
    ledger.sweeper.sweep();
    assertThat(ledger.stateOf(broke)).isEqualTo(RunState.STOPPED);

    budget(Unit.MONEY, 100);
    budget(Unit.TOKENS, 999);
    var run = start(10, judge());
    ledger.claims.claim(ledger.token, worker, ledger.dispatch().getFirst(), UUID.randomUUID());
    ledger.sweeper.sweep();

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.STOPPED);
    assertThat(used(Unit.MONEY)).isZero();
    assertThat(used(Unit.TOKENS)).isZero();
  }

  @Test
  void aBudgetForOneBenchmarkVersionBindsBesideThatOfTheTeam() {
    budget(Unit.MONEY, 100);
    ledger.database.run(tx -> BudgetStore.set(tx, team, Unit.MONEY, ledger.version, 70));
    var first = start(10, judge());
    ledger.workAll(worker);
    budget(Unit.MONEY, 1000);
    var second = start(10, judge());
    ledger.claims.claim(ledger.token, worker, ledger.dispatch().getFirst(), UUID.randomUUID());
    ledger.sweeper.sweep();

    assertThat(ledger.stateOf(first)).isEqualTo(RunState.COMPLETE);
    assertThat(ledger.stateOf(second)).isEqualTo(RunState.STOPPED);
    assertThat(ledger.count("select sum(used) from budget")).isEqualTo(140);
  }

  @Test
  void of20ClaimsAtOnceExactlyThoseAreHadThatTheBudgetCovers() throws Exception {
    budget(Unit.MONEY, 7 * 12 + 3);
    for (int i = 0; i < 2; i++) {
      start(1, judge());
    }
    var jobs = ledger.dispatch();
    var start = new CountDownLatch(1);

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var claims =
          jobs.stream()
              .map(job ->
                  executor.submit(() -> {
                    start.await();
                    return ledger.claims.claim(ledger.token, worker, job, UUID.randomUUID());
                  }))
              .toList();
      start.countDown();
      for (var claim : claims) {
        claim.get(60, TimeUnit.SECONDS);
      }
    }

    // Two runs stop as soon as one claim of theirs lacks money, so that fewer may be had, never
    // more.
    assertThat(jobs).hasSize(20);
    assertThat(used(Unit.MONEY)).isLessThanOrEqualTo(7 * 12).isGreaterThanOrEqualTo(7);
    assertThat(ledger.count("select count(*) from job where state = 'claimed'") * 7)
        .isEqualTo(used(Unit.MONEY));
  }

  private static EvaluatorPart judge() {
    return new EvaluatorPart("judge", 1, "metric", Map.of(), "cpu", PRICE);
  }

  private UUID start(int shardSize, EvaluatorPart... evaluators) {
    return ledger.start(ledger.scoring(shardSize, evaluators), team, 0);
  }

  private void budget(Unit unit, long amount) {
    ledger.database.run(tx -> BudgetStore.set(tx, team, unit, null, amount));
  }

  private long used(Unit unit) {
    return ledger.count(
        "select used from budget where benchmark_version_id is null and unit = '%s'"
            .formatted(unit.word()));
  }

  private Map<String, Long> sums() {
    return ledger.database.transact(tx -> BudgetStore.entries(tx, team, null, 100)).stream()
        .collect(Collectors.groupingBy(e -> e.kind(), Collectors.summingLong(e -> e.amount())));
  }
}

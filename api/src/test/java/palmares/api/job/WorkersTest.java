package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Overlap;
import palmares.api.job.Workers.Order;
import palmares.api.job.Workers.Ordered;
import palmares.db.job.FailureClass;
import palmares.db.job.Worker;
import palmares.db.job.WorkerStore;
import palmares.db.testing.TestDatabase;

/// A worker is its token and its name; a process of it comes and goes.
class WorkersTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
  }

  @Test
  void aWorkerThatStartsAgainTakesItsQuarantineAlong() {
    var first = ledger.worker(2, "rouge-l");
    fail(first, Ledger.CONFIG.quarantine());
    assertThat(state(first)).isEqualTo("quarantined");

    var second = ledger.worker(2, "rouge-l");

    assertThat(state(second)).isEqualTo("quarantined");
    assertThat(beat(second)).isEqualTo("quarantined");
    assertThat(state(first)).as("there is one of it, not two").isEqualTo("gone");
    assertThat(beat(first)).as("the earlier process is no way out").isEqualTo("quarantined");

    assertThat(order(second, Order.READMIT)).isInstanceOf(Ordered.Done.class);
    assertThat(beat(first) + beat(second)).isEqualTo("livelive");
    assertThat(state(ledger.worker(2, "rouge-l"))).isEqualTo("live");
  }

  @Test
  void failuresInARowAreCountedOverRestarts() {
    int all = Ledger.CONFIG.quarantine();
    fail(ledger.worker(2, "rouge-l"), all - 1);

    var again = ledger.worker(2, "rouge-l");
    assertThat(state(again)).isEqualTo("live");
    fail(again, 1);

    assertThat(state(again)).isEqualTo("quarantined");
  }

  @Test
  void aPausedWorkerKeepsWhatItHasAndGetsNothingMore() {
    var worker = ledger.worker(2, "rouge-l");
    ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    var held = ledger.claim(worker, jobs.getFirst());

    assertThat(order(worker, Order.PAUSE)).isInstanceOf(Ordered.Done.class);

    assertThat(ledger.claims.claim(ledger.token, worker, jobs.getLast(), UUID.randomUUID()))
        .isEqualTo(new ClaimResult.NotClaimable("this worker is paused"));
    assertThat(beat(worker)).isEqualTo("paused");
    ledger.deliver(held);
    assertThat(ledger.complete(held)).isEqualTo(new Ending.Accepted());
    assertThat(state(ledger.worker(2, "rouge-l"))).as("it started again").isEqualTo("paused");

    var now = ledger.worker(2, "rouge-l");
    assertThat(order(now, Order.RESUME)).isInstanceOf(Ordered.Done.class);
    ledger.rows.overdue(jobs.getLast());
    ledger.work(now, jobs.getLast());
    assertThat(ledger.count("select count(*) from audit_event where action = 'worker-pause'"))
        .isEqualTo(1);
  }

  @Test
  void aWorkerThatIsToDrainIsToldAndComesBackLive() {
    var worker = ledger.worker(2, "rouge-l");

    assertThat(order(worker, Order.DRAIN)).isInstanceOf(Ordered.Done.class);
    assertThat(beat(worker)).isEqualTo("draining");
    assertThat(beat(worker)).as("its own heartbeat does not undo it").isEqualTo("draining");
    assertThat(order(worker, Order.RESUME)).isInstanceOf(Ordered.NotNow.class);

    assertThat(ledger.workers.leave(ledger.token, worker)).isTrue();
    assertThat(state(worker)).isEqualTo("gone");
    assertThat(state(ledger.worker(2, "rouge-l"))).isEqualTo("live");
  }

  @Test
  void aHeartbeatOnItsWayDoesNotUndoAPause() throws Exception {
    var worker = ledger.worker(2, "rouge-l");

    Overlap.of(
        POSTGRES,
        tx -> WorkerStore.pause(tx, worker),
        tx -> WorkerStore.seen(tx, worker, 0, false, Duration.ofSeconds(15)));

    assertThat(state(worker)).isEqualTo("paused");
  }

  @Test
  void anOrderThatMakesNoSenseIsRefusedAndOneThatIsDoneIsDone() {
    var worker = ledger.worker(2, "rouge-l");

    assertThat(order(worker, Order.RESUME)).isInstanceOf(Ordered.Done.class);
    assertThat(order(UUID.randomUUID(), Order.PAUSE)).isEqualTo(new Ordered.Unknown());
    fail(worker, Ledger.CONFIG.quarantine());
    assertThat(order(worker, Order.PAUSE)).isInstanceOf(Ordered.NotNow.class);
    assertThat(order(worker, Order.RESUME)).isInstanceOf(Ordered.NotNow.class);
  }

  private void fail(UUID worker, int times) {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    for (int i = 0; i < times; i++) {
      ledger.rows.overdueIfOpen(job);
      var claim = ledger.claim(worker, job);
      ledger.endings.fail(job, claim.token(), FailureClass.WORKER, "out of memory", null);
    }
  }

  private Ordered order(UUID worker, Order order) {
    return ledger.workers.order(ledger.account, worker, order);
  }

  private String beat(UUID worker) {
    return ledger.workers.heartbeat(ledger.token, worker, List.of(), 0, false).state();
  }

  private String state(UUID worker) {
    return ledger.workers.recent().stream()
        .filter(each -> each.id().equals(worker))
        .map(Worker::state)
        .findFirst()
        .orElseThrow();
  }
}

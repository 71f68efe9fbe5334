package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work.Offer;
import palmares.contract.work.Work.Registration;
import palmares.worker.ScriptedApi;
import palmares.worker.ScriptedApi.Answer;
import palmares.worker.client.Backoff;
import palmares.worker.client.JobKey;
import palmares.worker.client.WorkClient;
import palmares.worker.job.Lease.End;

class MembershipTest {

  private static final String HEARTBEAT = "/work/workers/w1/heartbeat";
  private static final Offer OFFER = new Offer("exact-match", 1, "metric", 0.0, 1.0, "equal", null);

  private ScriptedApi api = new ScriptedApi();
  private final Standing standing = new Standing(2);
  private final Leases leases = new Leases();
  private Membership membership = offering(List.of(OFFER));

  private Membership offering(List<Offer> offers) {
    var backoff = new Backoff(Duration.ofMillis(5), Duration.ofMillis(9), 2);
    return new Membership(
        new WorkClient(api.address(), "secret", backoff),
        new Registration("left", List.of("cpu"), offers, 2),
        standing,
        leases);
  }

  @AfterEach
  void close() throws InterruptedException {
    membership.leave();
    api.close();
  }

  @Test
  void aWorkerRegistersWithAllThatItOffers() {
    membership.start();

    await().until(() -> standing.state() == WorkerState.LIVE);
    var registration = api.calls("/work/workers").getFirst().json();
    assertThat(registration.get("name").asText()).isEqualTo("left");
    assertThat(registration.get("slots").asInt()).isEqualTo(2);
    assertThat(registration.at("/offers/0/id").asText()).isEqualTo("exact-match");
    assertThat(registration.at("/capabilities/0").asText()).isEqualTo("cpu");
  }

  @Test
  void anErrorIsNotTheLastHeartbeat() {
    var isFirst = new AtomicBoolean(true);
    List<Offer> fails =
        new AbstractList<>() {
          @Override
          public Offer get(int index) {
            if (isFirst.getAndSet(false)) {
              throw new LinkageError("a class is missing");
            }
            return OFFER;
          }

          @Override
          public int size() {
            return 1;
          }
        };
    membership = offering(fails);

    membership.start();

    await().until(() -> standing.state() == WorkerState.LIVE);
  }

  @Test
  void oneHeartbeatRenewsAllLeases() {
    var first = lease("j1", Duration.ofSeconds(5));
    var second = lease("j2", Duration.ofSeconds(5));
    long end = first.until();

    membership.start();

    await().until(() -> first.until() > end && second.until() > end);
    var renewed = api.calls(HEARTBEAT).getFirst().json().get("leases");
    assertThat(renewed.findValuesAsText("job")).containsExactlyInAnyOrder("j1", "j2");
    assertThat(renewed.findValuesAsText("token")).containsExactlyInAnyOrder("t-j1", "t-j2");
  }

  @Test
  void whatTheApiTellsToAbandonEnds() {
    var cancelled = lease("j1", Duration.ofSeconds(60));
    var other = lease("j2", Duration.ofSeconds(60));
    api.always(
        HEARTBEAT, call -> Answer.ok(Map.of("abandon", List.of("j1"), "leaseMillis", 15_000)));

    membership.start();

    await().until(() -> cancelled.end() == End.ABANDONED);
    assertThat(other.end()).isNull();
  }

  @Test
  void aLeaseThatIsNotRenewedEndsByTheWorkersOwnClock() {
    membership.start();
    await().until(() -> standing.state() == WorkerState.LIVE);
    api.close();
    var lease = lease("j1", Duration.ofMillis(400));

    await().until(() -> lease.end() == End.EXPIRED);
    assertThat(System.nanoTime()).isGreaterThanOrEqualTo(lease.until());
    assertThat(standing.state()).isEqualTo(WorkerState.AWAY);
  }

  @Test
  void anApiThatComesBackFindsTheWorkerLiveAgain() {
    membership.start();
    await().until(() -> standing.state() == WorkerState.LIVE);
    int port = api.port();
    api.close();
    await().until(() -> standing.state() == WorkerState.AWAY);

    api = new ScriptedApi(port);

    await().until(() -> standing.state() == WorkerState.LIVE);
    assertThat(api.calls("/work/workers")).isEmpty();
  }

  @Test
  void aWorkerThatWasForgottenRegistersAgain() {
    api.next(HEARTBEAT, Answer.problem(404, "not-found"));

    membership.start();

    await().until(() -> api.calls("/work/workers").size() == 2);
    await().until(() -> standing.state() == WorkerState.LIVE);
  }

  @Test
  void aQuarantinedWorkerTakesNothingUntilItIsLetOut() {
    api.next(HEARTBEAT, Answer.ok(Map.of("leaseMillis", 15_000, "state", "quarantined")));

    membership.start();

    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> standing.state() == WorkerState.QUARANTINED);
    assertThat(standing.takeSlot()).isFalse();
    await().until(standing::takeSlot);
  }

  @Test
  void aPausedWorkerTakesNothingUntilItIsResumed() {
    api.next(HEARTBEAT, Answer.ok(Map.of("leaseMillis", 15_000, "state", "paused")));

    membership.start();

    await().pollInterval(Duration.ofMillis(5)).until(() -> standing.state() == WorkerState.PAUSED);
    await().until(standing::takeSlot);
  }

  @Test
  void aWorkerThatAnOperatorDrainsLeavesWhenItHasFinished() throws Exception {
    membership.start();
    await().until(standing::takeSlot);
    api.always(HEARTBEAT, call -> Answer.ok(Map.of("leaseMillis", 15_000, "state", "draining")));
    await().until(() -> standing.state() == WorkerState.DRAINING);
    assertThat(standing.takeSlot()).isFalse();

    standing.freeSlot();

    assertThat(standing.awaitLeave()).isTrue();
  }

  @Test
  void aWorkerWithoutTheRightSaysSoAndKeepsAsking() {
    api.next("/work/workers", Answer.problem(401, "unauthorized"));

    membership.start();

    await().until(() -> standing.state() == WorkerState.REFUSED);
    assertThat(standing.reason()).contains("401");
    await().until(() -> standing.state() == WorkerState.LIVE);
  }

  @Test
  void aWorkerThatIsBeingStoppedSaysSoAtOnceAndThenGoodbye() throws Exception {
    membership.start();
    await().until(() -> standing.state() == WorkerState.LIVE);

    standing.drain();

    await()
        .until(() ->
            api.calls(HEARTBEAT).stream()
                .anyMatch(call -> call.json().get("draining").asBoolean()));
    membership.leave();
    assertThat(api.calls("/work/workers/w1"))
        .extracting(ScriptedApi.Call::method)
        .containsExactly("DELETE");
  }

  private Lease lease(String job, Duration length) {
    var lease = new Lease(new JobKey(job, "t-" + job, null), System.nanoTime(), length);
    leases.add(lease);
    return lease;
  }
}

package palmares.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.job.Ledger;
import palmares.contract.testing.RabbitServer;
import palmares.contract.work.JobAvailable;
import palmares.db.blob.BlobStore;
import palmares.db.job.JobState;

class DispatcherTest {

  @Order(1)
  @RegisterExtension
  static final RabbitServer RABBIT = new RabbitServer();

  @Order(2)
  @RegisterExtension
  static final RunningApi API = RunningApi.on(RABBIT);

  private final HeardHints heard = new HeardHints(RABBIT);

  private Ledger ledger;
  private Calls worker;
  private String id;

  @BeforeEach
  void aLedgerWithAWorker() {
    ledger = Ledger.beside(API.postgres(), API.context().getBean(BlobStore.class));
    worker = API.worker("default");
    var registered =
        worker.post(
            "work/workers",
            """
            {"name":"w","capabilities":["cpu"],"slots":2,
             "offers":[{"id":"rouge-l","version":1,"kind":"metric","summary":"","floor":0,"ceiling":1}]}
            """);
    assertThat(registered.status()).as(registered.toString()).isEqualTo(200);
    id = registered.at("worker");
  }

  @Test
  void aWorkerHearsOfAJobAsSoonAsItIsThere() throws Exception {
    try (var connection = heard.listen()) {
      var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));

      var hint = heard.next(5, TimeUnit.SECONDS);

      assertThat(hint).isNotNull();
      assertThat(hint.job()).isEqualTo(ledger.jobsOf(run).getFirst().toString());
      assertThat(connection.isOpen()).isTrue();
    }
  }

  /// Invariant 4: the api runs on without the broker, and what was dispatched into the void is
  /// dispatched again.
  @Test
  void whatTheBrokerLostIsDispatchedAgainWhenItIsBack() throws Exception {
    RABBIT.awaitWrittenDown(JobAvailable.queue("cpu"));
    var before = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    await().until(() -> stateOf(before) == JobState.DISPATCHED);

    RABBIT.kill();
    var during = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    assertThat(API.anonymous().get("me").status()).isEqualTo(401);
    RABBIT.start();

    try (var connection = heard.listen()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            beat();
            return heard.soFar().stream()
                .map(JobAvailable::job)
                .toList()
                .containsAll(
                    List.of(
                        ledger.jobsOf(before).getFirst().toString(),
                        ledger.jobsOf(during).getFirst().toString()));
          });
      assertThat(connection.isOpen()).isTrue();
    }
  }

  /// As after a bug, or where something was changed under the api's feet.
  @Test
  void theDispatcherGoesOnAfterAnErrorInOneRound() throws Exception {
    try (var connection = heard.listen()) {
      API.postgres().asOwner("alter table worker rename column offers to offered");
      UUID run;
      try {
        run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
        assertThat(heard.next(1, TimeUnit.SECONDS)).as("it cannot be dispatched").isNull();
      } finally {
        API.postgres().asOwner("alter table worker rename column offered to offers");
      }

      var hint = heard.next(15, TimeUnit.SECONDS);

      assertThat(hint).isNotNull();
      assertThat(hint.job()).isEqualTo(ledger.jobsOf(run).getFirst().toString());
      assertThat(connection.isOpen()).isTrue();
    }
  }

  private JobState stateOf(UUID run) {
    return ledger.job(ledger.jobsOf(run).getFirst()).state();
  }

  /// The broker may take longer to start than a silent worker is taken for live.
  private void beat() {
    var beaten =
        worker.post(
            "work/workers/" + id + "/heartbeat", "{\"leases\":[],\"busy\":0,\"draining\":false}");
    assertThat(beaten.status()).as(beaten.toString()).isEqualTo(200);
  }
}

package palmares.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;
import palmares.api.job.Ledger;
import palmares.contract.testing.RabbitServer;
import palmares.contract.work.JobAvailable;
import palmares.db.blob.BlobStore;

/// With a broker of its own: RabbitMQ 3.10 does not survive a kill soon after a queue was declared
/// anew, which other tests do to theirs.
class DeletedQueueTest {

  @Order(1)
  @RegisterExtension
  static final RabbitServer RABBIT = new RabbitServer();

  @Order(2)
  @RegisterExtension
  static final RunningApi API = RunningApi.on(RABBIT);

  private final HeardHints heard = new HeardHints(RABBIT);

  private Ledger ledger;

  @BeforeEach
  void aLedgerWithAWorker() {
    ledger = Ledger.beside(API.postgres(), API.context().getBean(BlobStore.class));
    API.worker("default")
        .post(
            "work/workers",
            """
            {"name":"w","capabilities":["cpu"],"slots":2,
             "offers":[{"id":"rouge-l","version":1,"kind":"metric","summary":"","floor":0,"ceiling":1}]}
            """);
  }

  /// A sweep would find its job after the patience of half a minute.
  @Test
  void aQueueThatWasDeletedIsDeclaredAnewByTheNextMessage() throws Exception {
    try (var connection = heard.listen()) {
      heard.asPublisher(channel -> channel.queueDelete(JobAvailable.queue("cpu")));
      var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));

      try (var again = heard.listen()) {
        var hint = heard.next(5, TimeUnit.SECONDS);

        assertThat(hint).isNotNull();
        assertThat(hint.job()).isEqualTo(ledger.jobsOf(run).getFirst().toString());
        assertThat(again.isOpen()).isTrue();
      }
      assertThat(connection.isOpen()).isTrue();
    }
  }
}

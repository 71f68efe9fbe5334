package palmares.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;
import palmares.api.job.Ledger;
import palmares.contract.testing.RabbitServer;
import palmares.contract.work.JobAvailable;
import palmares.db.blob.BlobStore;

/// A queue that is there already with other arguments: the broker answers 406 and closes the
/// channel.
class RefusedQueueTest {

  /// Before `cpu`, in whatever order capabilities are looked at by name.
  private static final String REFUSED = "blocked";

  @Order(1)
  @RegisterExtension
  static final RabbitServer RABBIT = new RabbitServer();

  @Order(2)
  @RegisterExtension
  static final RunningApi API = RunningApi.on(RABBIT);

  private final HeardHints heard = new HeardHints(RABBIT);

  @Test
  void aCapabilityWhoseQueueIsRefusedKeepsNoOtherWaiting() throws Exception {
    heard.asPublisher(
        channel -> channel.queueDeclare(JobAvailable.queue(REFUSED), true, false, false, Map.of()));
    var ledger = Ledger.beside(API.postgres(), API.context().getBean(BlobStore.class));
    API.worker("default")
        .post(
            "work/workers",
            """
            {"name":"w","capabilities":["blocked","cpu"],"slots":2,
             "offers":[{"id":"rouge-l","version":1,"kind":"metric","summary":"","floor":0,"ceiling":1}]}
            """);
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));

    try (var listening = heard.listen()) {
      var hint = heard.next(5, TimeUnit.SECONDS);

      assertThat(hint).isNotNull();
      assertThat(hint.job()).isEqualTo(ledger.jobsOf(run).getFirst().toString());
      assertThat(listening.isOpen()).isTrue();
    }
  }
}

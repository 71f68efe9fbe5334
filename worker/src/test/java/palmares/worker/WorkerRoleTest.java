package palmares.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.worker.intake.Broker;
import palmares.worker.intake.MemoryBroker;
import palmares.worker.job.Costs;
import palmares.worker.job.WorkerState;

class WorkerRoleTest {

  private static final String QUEUE = "palmares.jobs.cpu";

  @TempDir private Path folder;

  @Test
  void jobsAreTakenFromTheQueueAndDone() throws Exception {
    try (var broker = new MemoryBroker(folder);
        var api = new ScriptedApi();
        var worker = worker(api.address(), broker.reader())) {
      broker.declare(QUEUE);
      for (int i = 0; i < 20; i++) {
        var job = "j" + i;
        var inputs = api.document(job, Claims.input(0, "One. Two.", "Which?"));
        api.job(job, Claims.generate(job, "lead-sentence@1", inputs));
        broker.publish(QUEUE, "{\"job\":\"%s\"}".formatted(job));
      }

      worker.start();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> closed(api) == 20 && worker.status().busy() == 0);
      for (int i = 0; i < 20; i++) {
        assertThat(api.results("j" + i)).hasSize(1);
        assertThat(api.results("j" + i).getFirst().get("text").asText()).isEqualTo("One.");
      }
      assertThat(worker.status().isReady()).isTrue();
      assertThat(broker.waiting(QUEUE)).isZero();
    }
  }

  @Test
  void aWorkerThatStartsAloneFindsApiAndBrokerWhenTheyCome() throws Exception {
    var ports = new ScriptedApi();
    int apiPort = ports.port();
    ports.close();
    int brokerPort = MemoryBroker.freePort();
    var later = URI.create("amqp://127.0.0.1:" + brokerPort + "/default");
    try (var worker =
        worker(URI.create("http://127.0.0.1:" + apiPort), new Broker(later, "reader", "r"))) {
      worker.start();
      await().until(() -> worker.status().state() == WorkerState.AWAY);

      try (var api = new ScriptedApi(apiPort);
          var broker = new MemoryBroker(folder, brokerPort)) {
        broker.declare(QUEUE);
        await().atMost(Duration.ofSeconds(30)).until(() -> worker.status().isReady());
        var inputs = api.document("j0", Claims.input(0, "One. Two.", "Which?"));
        api.job("j0", Claims.generate("j0", "lead-sentence@1", inputs));
        broker.publish(QUEUE, "{\"job\":\"j0\"}");

        await().until(() -> closed(api) == 1);
      }
    }
  }

  @Test
  void aWorkerThatIsStoppedTakesNothingMoreAndSaysGoodbye() throws Exception {
    try (var broker = new MemoryBroker(folder);
        var api = new ScriptedApi();
        var worker = worker(api.address(), broker.reader())) {
      broker.declare(QUEUE);
      worker.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> worker.status().isReady());

      worker.stop(Duration.ofSeconds(1));
      broker.publish(QUEUE, "{\"job\":\"j0\"}");

      assertThat(worker.status().state()).isEqualTo(WorkerState.STOPPED);
      assertThat(worker.status().brokerConnected()).isFalse();
      assertThat(api.calls("/work/workers/w1")).hasSize(1);
      assertThat(broker.waiting(QUEUE)).isEqualTo(1);
    }
  }

  private static long closed(ScriptedApi api) {
    long closed = 0;
    for (int i = 0; i < 20; i++) {
      closed += api.calls("/work/jobs/j" + i + "/complete").size();
    }
    return closed;
  }

  private WorkerRole worker(URI api, Broker broker) throws IOException {
    return new WorkerRole(
        new WorkerConfig(
            api,
            new Secret("secret"),
            broker,
            "test",
            2,
            List.of("cpu"),
            Costs.UNSAID,
            folder.resolve("cache"),
            1 << 20,
            new WorkerConfig.Embedding(1, 512),
            Duration.ofSeconds(1)));
  }
}

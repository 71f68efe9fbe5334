package palmares.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.worker.intake.Broker;
import palmares.worker.job.Costs;

class WorkerConfigTest {

  @Test
  void secretsAreNotPrinted() {
    assertThat(config(2, "cpu").toString()).doesNotContain("t0").doesNotContain("p0");
  }

  @Test
  void whatNoWorkerCouldBeIsRefusedWithItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(0, "cpu"))
        .withMessageContaining("slot: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(1))
        .withMessageContaining("capability");
  }

  private static WorkerConfig config(int slots, String... capabilities) {
    return new WorkerConfig(
        URI.create("http://api:8080"),
        new Secret("t0"),
        new Broker(URI.create("amqp://mq:5672/palmares"), "reader", "p0"),
        "left",
        slots,
        List.of(capabilities),
        Costs.UNSAID,
        Path.of("/var/cache/p"),
        1L << 30,
        new WorkerConfig.Embedding(1, 512),
        Duration.ofSeconds(20));
  }
}

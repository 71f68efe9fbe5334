package palmares.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import palmares.worker.intake.Broker;

class WorkerSettingsTest {

  private static final Map<String, String> NEEDED =
      Map.of(
          "PALMARES_API", "http://api:8080",
          "PALMARES_WORKER_TOKEN", "t0",
          "PALMARES_BROKER", "amqp://mq:5672/palmares",
          "PALMARES_BROKER_USER", "reader",
          "PALMARES_BROKER_PASSWORD", "p0",
          "HOME", "/home/w");

  @Test
  void whatIsNotSetHasADefault() {
    var config = WorkerSettings.read(NEEDED, new Properties());

    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(config)
        .isEqualTo(
            new WorkerConfig(
                URI.create("http://api:8080"),
                new Secret("t0"),
                new Broker(URI.create("amqp://mq:5672/palmares"), "reader", "p0"),
                "worker-" + ProcessHandle.current().pid(),
                2,
                List.of("cpu"),
                Path.of("/home/w/.cache/palmares/worker"),
                1L << 30,
                new WorkerConfig.Embedding(cores, 512),
                Duration.ofSeconds(20)));
  }

  @Test
  void everySettingHasAVariable() {
    var environment = new HashMap<>(NEEDED);
    environment.putAll(
        Map.of(
            "PALMARES_WORKER_NAME", "left",
            "PALMARES_WORKER_SLOTS", "3",
            "PALMARES_WORKER_CAPABILITIES", "cpu, gpu",
            "PALMARES_WORKER_CACHE", "/var/cache/p",
            "PALMARES_WORKER_CACHE_MB", "5",
            "PALMARES_WORKER_EMBEDDING_THREADS", "4",
            "PALMARES_WORKER_EMBEDDING_TOKENS", "256",
            "PALMARES_WORKER_GRACE", "PT1M"));

    var config = WorkerSettings.read(environment, new Properties());

    assertThat(config.name()).isEqualTo("left");
    assertThat(config.slots()).isEqualTo(3);
    assertThat(config.capabilities()).containsExactly("cpu", "gpu");
    assertThat(config.cache()).isEqualTo(Path.of("/var/cache/p"));
    assertThat(config.cacheBytes()).isEqualTo(5L * 1024 * 1024);
    assertThat(config.embedding()).isEqualTo(new WorkerConfig.Embedding(4, 256));
    assertThat(config.grace()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aPropertyWinsOverTheVariable() {
    var environment = new HashMap<>(NEEDED);
    environment.put("PALMARES_WORKER_SLOTS", "3");
    var properties = new Properties();
    properties.setProperty("palmares.worker.slots", "5");

    assertThat(WorkerSettings.read(environment, properties).slots()).isEqualTo(5);
  }

  @Test
  void aMissingSettingIsNamedInBothForms() {
    var environment = new HashMap<>(NEEDED);
    environment.remove("PALMARES_WORKER_TOKEN");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkerSettings.read(environment, new Properties()))
        .withMessage("setting palmares.worker.token (PALMARES_WORKER_TOKEN) is missing");
  }

  @Test
  void aWrongSettingIsNamedWithItsValue() {
    var environment = new HashMap<>(NEEDED);
    environment.put("PALMARES_WORKER_SLOTS", "many");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkerSettings.read(environment, new Properties()))
        .withMessageContaining("PALMARES_WORKER_SLOTS")
        .withMessageContaining("many");
  }

  @Test
  void secretsAreNotPrinted() {
    var config = WorkerSettings.read(NEEDED, new Properties());

    assertThat(config.toString()).doesNotContain("t0").doesNotContain("p0");
  }
}

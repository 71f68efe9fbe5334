package palmares.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

class ApiConfigTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @Test
  void defaults() {
    try (var context =
        context(
            Map.of(
                "palmares.database.url", POSTGRES.config().url(),
                "palmares.database.user", POSTGRES.config().user(),
                "palmares.blobs.directory", "/var/palmares"))) {
      assertThat(context.getBean(ApiConfig.class))
          .isEqualTo(new ApiConfig("127.0.0.1", 8090, 8L * 1024 * 1024 * 1024, 0));
    }
  }

  @Test
  void namesOfAllSettings() {
    try (var context =
        context(
            Map.of(
                "palmares.api.host",
                "0.0.0.0",
                "palmares.api.port",
                1234,
                "palmares.api.max-upload",
                99,
                "palmares.api.upload-room",
                100,
                "palmares.database.url",
                POSTGRES.config().url(),
                "palmares.database.user",
                POSTGRES.config().user(),
                "palmares.database.password",
                "hidden",
                "palmares.database.connections",
                3,
                "palmares.database.patience",
                "PT1S",
                "palmares.blobs.directory",
                "/var/palmares"))) {
      assertThat(context.getBean(ApiConfig.class))
          .isEqualTo(new ApiConfig("0.0.0.0", 1234, 99, 100));
      assertThat(context.getBean(DatabaseSettings.class))
          .isEqualTo(
              new DatabaseSettings(
                  POSTGRES.config().url(),
                  POSTGRES.config().user(),
                  "hidden",
                  3,
                  Duration.ofSeconds(1)))
          .asString()
          .doesNotContain("hidden");
      assertThat(context.getBean(BlobSettings.class))
          .isEqualTo(new BlobSettings(Path.of("/var/palmares")));
    }
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new ApiConfig("127.0.0.1", 70_000, 1, 0))
        .hasMessage("palmares.api.port must be in 0..65535: 70000");
  }

  private static ApplicationContext context(Map<String, Object> settings) {
    return ApiRole.contextOf(settings);
  }
}

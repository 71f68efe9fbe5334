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

  /// Given, since one is made beside the blobs otherwise.
  private static final String KEY = "A".repeat(43) + "=";

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @Test
  void defaults() {
    try (var context =
        context(
            Map.of(
                "palmares.database.url",
                POSTGRES.config().url(),
                "palmares.database.user",
                POSTGRES.config().user(),
                "palmares.vault.key",
                KEY,
                "palmares.blobs.directory",
                "/var/palmares"))) {
      assertThat(context.getBean(ApiConfig.class))
          .isEqualTo(new ApiConfig("127.0.0.1", 8090, 8L * 1024 * 1024 * 1024, 0));
    }
  }

  @Test
  void namesOfAllSettings() {
    try (var context =
        context(
            Map.ofEntries(
                Map.entry("palmares.api.host", "0.0.0.0"),
                Map.entry("palmares.api.port", 1234),
                Map.entry("palmares.api.max-upload", 99),
                Map.entry("palmares.api.upload-room", 100),
                Map.entry("palmares.database.url", POSTGRES.config().url()),
                Map.entry("palmares.database.user", POSTGRES.config().user()),
                Map.entry("palmares.database.password", "hidden"),
                Map.entry("palmares.database.owner", POSTGRES.owner().user()),
                Map.entry("palmares.database.owner-password", "hidden as well"),
                Map.entry("palmares.database.connections", 3),
                Map.entry("palmares.database.patience", "PT1S"),
                Map.entry("palmares.vault.key", KEY),
                Map.entry("palmares.blobs.directory", "/var/palmares")))) {
      assertThat(context.getBean(ApiConfig.class))
          .isEqualTo(new ApiConfig("0.0.0.0", 1234, 99, 100));
      assertThat(context.getBean(DatabaseSettings.class))
          .isEqualTo(
              new DatabaseSettings(
                  POSTGRES.config().url(),
                  POSTGRES.config().user(),
                  "hidden",
                  POSTGRES.owner().user(),
                  "hidden as well",
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

  @Test
  void aPasswordOfNobodyIsRefused() {
    assertThatThrownBy(() -> new DatabaseSettings("u", "api", "", "", "x", 10, Duration.ZERO))
        .hasMessageEndingWith("not whose it is: palmares.database.owner");
  }

  private static ApplicationContext context(Map<String, Object> settings) {
    return ApiRole.contextOf(settings);
  }
}

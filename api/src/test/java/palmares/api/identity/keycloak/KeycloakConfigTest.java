package palmares.api.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

class KeycloakConfigTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @Test
  void onlyTheIssuerHasToBeSaid() {
    var config = config(Map.of("palmares.keycloak.issuer", "https://id.example.org/realms/a"));

    assertThat(config)
        .isEqualTo(
            new KeycloakConfig(
                URI.create("https://id.example.org/realms/a"),
                "palmares-api",
                null,
                Duration.ofSeconds(30),
                "/",
                false));
    assertThat(config.keys())
        .hasToString("https://id.example.org/realms/a/protocol/openid-connect/certs");
  }

  @Test
  void everythingCanBeSaid() {
    var config =
        config(
            Map.of(
                "palmares.keycloak.issuer", "https://id.example.org/realms/a",
                "palmares.keycloak.audience", "boards",
                "palmares.keycloak.internal", "http://keycloak:8080/realms/a",
                "palmares.keycloak.skew", "PT5S",
                "palmares.keycloak.groups", "/teams/",
                "palmares.keycloak.plain-http", "true"));

    assertThat(config)
        .isEqualTo(
            new KeycloakConfig(
                URI.create("https://id.example.org/realms/a"),
                "boards",
                URI.create("http://keycloak:8080/realms/a"),
                Duration.ofSeconds(5),
                "/teams/",
                true));
  }

  @Test
  void keysAreNotFetchedInTheClearFromElsewhere() {
    assertThatThrownBy(() -> config(Map.of("palmares.keycloak.issuer", "http://id.example.org/a")))
        .isInstanceOf(BeanInstantiationException.class)
        .hasMessageContaining("must be an https address");
    assertThatThrownBy(() ->
            config(
                Map.of(
                    "palmares.keycloak.issuer", "https://id.example.org/a",
                    "palmares.keycloak.skew", "PT10M")))
        .hasMessageContaining("skew must be in PT0S..PT5M: PT10M");
  }

  private static KeycloakConfig config(Map<String, Object> settings) {
    var all = new HashMap<>(settings);
    all.put("palmares.role", "api");
    all.put("palmares.database.url", POSTGRES.config().url());
    all.put("palmares.database.user", POSTGRES.config().user());
    all.put("palmares.blobs.directory", "unused");
    // Else one is made beside the blobs.
    all.put("palmares.vault.key", "A".repeat(43) + "=");
    try (var context = ApplicationContext.builder().properties(all).start()) {
      return context.getBean(KeycloakConfig.class);
    }
  }
}

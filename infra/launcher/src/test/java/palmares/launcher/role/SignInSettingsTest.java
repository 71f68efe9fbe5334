package palmares.launcher.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;
import palmares.web.identity.OpenIdConfig;

class SignInSettingsTest {

  private static final URI ORIGIN = URI.create("http://localhost:8080");

  @TempDir Path folder;

  @Test
  void withoutAnIssuerThereIsNoRealm() {
    var settings = SignInSettings.ofEnvironment(new Shell(folder).surroundings());

    assertThat(settings.ofApi()).isEmpty();
    assertThat(settings.ofWeb(ORIGIN)).isNull();
  }

  @Test
  void anIssuerAndTheClientsSecretAreEnoughOnOneMachine() throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "01234567\n");

    var settings =
        SignInSettings.ofEnvironment(
            new Shell(folder)
                .with("PALMARES_KEYCLOAK_ISSUER", "http://localhost:8180/realms/palmares/")
                .with("PALMARES_KEYCLOAK_CLIENT_SECRET_FILE", secret.toString())
                .surroundings());

    assertThat(settings.ofApi())
        .isEqualTo(
            Map.of(
                "palmares.keycloak.issuer", "http://localhost:8180/realms/palmares",
                "palmares.keycloak.audience", "palmares-api",
                "palmares.keycloak.groups", "/",
                "palmares.keycloak.plain-http", false));
    assertThat(settings.ofWeb(ORIGIN))
        .isEqualTo(
            new OpenIdConfig(
                URI.create("http://localhost:8180/realms/palmares"),
                null,
                "palmares-web",
                "01234567",
                ORIGIN,
                false));
  }

  @Test
  void whatThePagesLackIsNamed() {
    var settings =
        SignInSettings.ofEnvironment(
            new Shell(folder)
                .with("PALMARES_KEYCLOAK_ISSUER", "https://id.example.org/realms/a")
                .surroundings());

    assertThatThrownBy(() -> settings.ofWeb(null))
        .hasMessageContaining("PALMARES_ORIGIN")
        .hasMessageContaining("PALMARES_KEYCLOAK_CLIENT_SECRET");
  }

  @Test
  void noSecretIsShown() {
    var config =
        new OpenIdConfig(
            URI.create("https://id.example.org/realms/a"),
            null,
            "palmares-web",
            "very-secret",
            URI.create("https://boards.example.org"),
            false);

    assertThat(config.toString()).doesNotContain("very-secret");
  }

  @Test
  void whatIsSecretGoesByTlsBeyondThisMachineUnlessAnOperatorSaysOtherwise() {
    var realm = URI.create("https://id.example.org/realms/a");
    var plain = URI.create("http://id.example.org/realms/a");
    var pages = URI.create("https://boards.example.org");

    assertThatThrownBy(() ->
            new OpenIdConfig(realm, null, "c", "s", URI.create("http://boards.example.org"), false))
        .hasMessageContaining("The public origin must be https");
    assertThatThrownBy(() -> new OpenIdConfig(plain, null, "c", "s", pages, false))
        .hasMessageContaining("The issuer must be https");
    assertThatThrownBy(() -> new OpenIdConfig(realm, plain, "c", "s", pages, false))
        .hasMessageContaining("The realm's internal address must be https");
    assertThat(new OpenIdConfig(realm, plain, "c", "s", pages, true).internal()).isEqualTo(plain);
  }
}

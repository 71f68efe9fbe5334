package palmares.launcher.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.launcher.Shell;

class RoleSettingsTest {

  private static final Setting URL = Setting.needed("PALMARES_X_URL", "where x is");
  private static final Setting PASSWORD = Setting.neededSecret("PALMARES_X_PASSWORD", "of x");
  private static final Setting PORT = Setting.optional("PALMARES_X_PORT", "8080", "port");

  @TempDir Path folder;

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThatThrownBy(() -> read(new Shell(folder), null))
        .hasMessage(
            """
            x is not told what it needs; set it in the environment or in --config FILE:
              PALMARES_X_URL: where x is
              PALMARES_X_PASSWORD: of x\
            """);
  }

  @Test
  void theEnvironmentIsStrongerThanTheFileAndBothThanTheDefault() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("x.properties"),
            "palmares.x.url=file:one\nPALMARES_X_PORT=9\npalmares.x.password=quite-long\n");

    var settings = read(new Shell(folder).with("PALMARES_X_URL", "env:two"), file);

    assertThat(settings.text(URL)).isEqualTo("env:two");
    assertThat(settings.wholeNumber(PORT)).isEqualTo(9);
    assertThat(settings.text(PASSWORD)).isEqualTo("quite-long");
  }

  @Test
  void aMisspeltKeyIsRefusedAndNotPassedOver() throws IOException {
    var file = Files.writeString(folder.resolve("x.properties"), "palmares.x.prot=9\n");

    assertThatThrownBy(() -> read(new Shell(folder), file))
        .hasMessageContaining("palmares.x.prot is not a setting")
        .hasMessageContaining("PALMARES_X_PORT");
  }

  @Test
  void aSecretMayStandInAFileOfItsOwn() throws IOException {
    var file = Files.writeString(folder.resolve("password"), "quite-long\n");

    var settings =
        read(
            new Shell(folder)
                .with("PALMARES_X_URL", "u")
                .with("PALMARES_X_PASSWORD_FILE", file.toString()),
            null);

    assertThat(settings.text(PASSWORD)).isEqualTo("quite-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest", "Change-Me", "postgres", "KEYCLOAK", "7 chars"})
  void aSecretThatEverybodyKnowsOrGuessesIsRefused(String secret) {
    var shell = new Shell(folder).with("PALMARES_X_URL", "u").with("PALMARES_X_PASSWORD", secret);

    assertThatThrownBy(() -> read(shell, null))
        .hasMessage(
            "PALMARES_X_PASSWORD is a value that everybody knows or guesses; choose one of your own"
                + " of 8 characters or more");
  }

  @Test
  void aWrongValueIsNamedWithWhatWasExpected() {
    var shell =
        new Shell(folder)
            .with("PALMARES_X_URL", "u")
            .with("PALMARES_X_PASSWORD", "quite-long")
            .with("PALMARES_X_PORT", "many");

    assertThatThrownBy(() -> read(shell, null).wholeNumber(PORT))
        .hasMessage("PALMARES_X_PORT must be a whole number: many");
  }

  private static RoleSettings read(Shell shell, @Nullable Path file) {
    return RoleSettings.read("x", List.of(URL, PASSWORD, PORT), shell.surroundings(), file);
  }
}

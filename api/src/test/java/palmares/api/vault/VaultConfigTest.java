package palmares.api.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultConfigTest {

  @Test
  void withoutSettingsAKeyIsMadeBesideTheBlobs() {
    assertThat(of(Map.of())).isEqualTo(new VaultConfig(null, null));
  }

  @Test
  void theKeyAndItsFileHaveTheirNames() {
    assertThat(of(Map.of("palmares.vault.key-file", "/run/keys")))
        .isEqualTo(new VaultConfig(null, Path.of("/run/keys")));
    assertThat(of(Map.of("palmares.vault.key", "a2V5"))).isEqualTo(new VaultConfig("a2V5", null));
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(new VaultConfig("a2V5", null).toString()).doesNotContain("a2V5");
  }

  @Test
  void bothAtOnceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VaultConfig("a2V5", Path.of("/run/keys")))
        .withMessage(
            "palmares.vault.key and palmares.vault.key-file exclude each other; file: /run/keys");
  }

  private static VaultConfig of(Map<String, Object> settings) {
    try (var context =
        ApplicationContext.builder()
            .properties(Map.of("palmares.role", "api"))
            .properties(settings)
            .start()) {
      return context.getBean(VaultConfig.class);
    }
  }
}

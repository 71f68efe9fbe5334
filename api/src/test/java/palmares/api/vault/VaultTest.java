package palmares.api.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {

  private static final byte[] SECRET = "sk-very-secret".getBytes(UTF_8);

  private final MasterKey older = MasterKey.read(MasterKey.random());
  private final MasterKey newer = MasterKey.read(MasterKey.random());
  private final Vault vault = new Vault(List.of(older));

  @Test
  void whatIsSealedOpensForItsOwner() {
    var sealed = vault.seal(SECRET, "webhook 1");

    assertThat(vault.open(sealed, "webhook 1")).isEqualTo(SECRET);
    assertThat(sealed).startsWith(older.id() + ":").doesNotContain("secret");
  }

  @Test
  void theSameSecretNeverLooksTheSame() {
    assertThat(vault.seal(SECRET, "webhook 1")).isNotEqualTo(vault.seal(SECRET, "webhook 1"));
  }

  @Test
  void itDoesNotOpenForAnotherOwner() {
    var sealed = vault.seal(SECRET, "webhook 1");

    assertThatThrownBy(() -> vault.open(sealed, "webhook 2"))
        .hasMessageContaining("the secret of webhook 2 does not open");
  }

  @Test
  void aChangedBitIsNoticed() {
    var sealed = vault.seal(SECRET, "webhook 1");
    var bytes = Base64.getDecoder().decode(sealed.substring(9));
    bytes[bytes.length - 1] ^= 1;
    var changed = sealed.substring(0, 9) + Base64.getEncoder().encodeToString(bytes);

    assertThatThrownBy(() -> vault.open(changed, "webhook 1")).hasMessageContaining("was changed");
  }

  @Test
  void aNewKeySealsAndTheEarlierOneStillOpens() {
    var sealed = vault.seal(SECRET, "webhook 1");
    var rotated = new Vault(List.of(newer, older));

    var again = rotated.seal(rotated.open(sealed, "webhook 1"), "webhook 1");

    assertThat(sealed).doesNotStartWith(rotated.prefix());
    assertThat(again).startsWith(rotated.prefix());
    assertThat(new Vault(List.of(newer)).open(again, "webhook 1")).isEqualTo(SECRET);
  }

  @Test
  void aKeyThatIsGoneIsNamed() {
    var sealed = vault.seal(SECRET, "webhook 1");

    assertThatThrownBy(() -> new Vault(List.of(newer)).open(sealed, "webhook 1"))
        .hasMessageContaining("sealed under master key '" + older.id() + "'");
  }

  @Test
  void noKeyStandsInAnyText() {
    var text = MasterKey.random();

    assertThat(MasterKey.read(text).toString()).doesNotContain(text);
    assertThat(new VaultConfig(text, null).toString()).doesNotContain(text);
    assertThatThrownBy(() -> MasterKey.read("c2hvcnQ="))
        .hasMessage("a master key must have 32 bytes, not 5");
    assertThatThrownBy(() -> MasterKey.read("no!base64")).hasMessageNotContaining("no!base64");
  }
}

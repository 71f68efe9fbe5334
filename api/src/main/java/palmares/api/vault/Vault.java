package palmares.api.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Seals secrets with AES-GCM under a master key, each bound to what it belongs to: what is sealed
/// for one owner does not open for another.
///
/// A sealed secret is one text, `KEYID:BASE64`, with the nonce before the ciphertext.
public final class Vault {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<MasterKey> keys;
  private final SecureRandom random = new SecureRandom();

  /// @param keys the one to seal with first; the others only open what they sealed before
  Vault(List<MasterKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /// @param owner what the secret belongs to, such as `second-factor 0190...`
  public String seal(byte[] secret, String owner) {
    var key = keys.getFirst();
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, key, nonce, secret, owner);
    var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return key.id() + ":" + Base64.getEncoder().encodeToString(all);
  }

  /// @throws IllegalStateException if the key is not ours any more, or the text was changed or
  ///   belongs to another owner
  public byte[] open(String sealed, String owner) {
    int colon = sealed.indexOf(':');
    var id = sealed.substring(0, Math.max(colon, 0));
    var key =
        keys.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException(
                    "the secret of %s is sealed under master key '%s', which is not among %s"
                        .formatted(owner, id, keys)));
    var all = Base64.getDecoder().decode(sealed.substring(colon + 1));
    var nonce = Arrays.copyOf(all, NONCE_BYTES);
    var ciphertext = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    return run(Cipher.DECRYPT_MODE, key, nonce, ciphertext, owner);
  }

  /// How everything begins that is sealed under the present key.
  public String prefix() {
    return keys.getFirst().id() + ":";
  }

  private static byte[] run(int mode, MasterKey key, byte[] nonce, byte[] input, String owner) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the secret of %s does not open under master key '%s': it was changed, or is another's"
              .formatted(owner, key.id()),
          e);
    }
  }
}

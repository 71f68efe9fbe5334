package palmares.api.vault;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// 256 bits that other secrets are sealed under.
///
/// @param id tells keys from each other, and nothing about them
record MasterKey(String id, SecretKey secret) {

  static final int BYTES = 32;
  private static final String LABEL = "palmares master key id";

  /// @param text the key in Base64
  static MasterKey read(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a master key must be written in Base64", e);
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "a master key must have %d bytes, not %d".formatted(BYTES, bytes.length));
    }
    return new MasterKey(id(bytes), new SecretKeySpec(bytes, "AES"));
  }

  /// A new key as it is written down.
  static String random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String id(byte[] key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var digest = mac.doFinal(LABEL.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /// Leaves the key out.
  @Override
  public String toString() {
    return "MasterKey[id=" + id + "]";
  }
}

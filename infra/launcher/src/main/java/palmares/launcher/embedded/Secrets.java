package palmares.launcher.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Passwords for the parts that this process starts for itself.
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// 128 random bits in hex.
  public static String random() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package palmares.api.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of the moment, as RFC 6238 defines them, with what authenticator apps take for granted:
/// HMAC-SHA-1 and steps of 30 seconds.
final class Totp {

  static final int DIGITS = 6;
  static final int KEY_BYTES = 20;
  static final Duration STEP = Duration.ofSeconds(30);

  private static final String ALGORITHM = "HmacSHA1";

  private Totp() {}

  static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
  }

  static String code(byte[] key, long step) {
    return code(key, step, DIGITS);
  }

  static String code(byte[] key, long step, int digits) {
    var digest = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    // RFC 4226, 5.3: the last four bits say where the 31 bits begin that the code is made of.
    int from = digest[digest.length - 1] & 0xF;
    int number = ByteBuffer.wrap(digest).getInt(from) & Integer.MAX_VALUE;
    long bound = 1;
    for (int i = 0; i < digits; i++) {
      bound *= 10;
    }
    return String.format(Locale.ROOT, "%0" + digits + "d", number % bound);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}

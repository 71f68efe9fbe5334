package palmares.api.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;

/// Makes secrets and tokens, and hashes the ones that people choose or type.
@Singleton
final class Secrets {

  private static final int TOKEN_BYTES = 32;
  private static final int ONE_TIME_BYTES = 12;

  /// 19 MiB and 2 passes: the OWASP Password Storage Cheat Sheet's first setting for Argon2id.
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  private final SecureRandom random = new SecureRandom();
  // Each hash takes 19 MiB: a flood of sign-ins waits instead of filling the memory.
  private final Semaphore hashing = new Semaphore(4);
  private final String decoy = hash(token());

  /// 256 random bits with a prefix that secret scanners can look for.
  String token() {
    return "plm_" + random(TOKEN_BYTES);
  }

  /// 96 random bits, short enough to be typed from a terminal.
  String oneTime() {
    return random(ONE_TIME_BYTES);
  }

  String hash(String secret) {
    hashing.acquireUninterruptibly();
    try {
      return Password.hash(secret).addRandomSalt(16).with(ARGON2).getResult();
    } finally {
      hashing.release();
    }
  }

  boolean matches(String secret, String hash) {
    hashing.acquireUninterruptibly();
    try {
      return Password.check(secret, hash).with(ARGON2);
    } finally {
      hashing.release();
    }
  }

  /// Takes as long as [#matches]: whether an account exists must not show in the time.
  void pretend(String secret) {
    matches(secret, decoy);
  }

  private String random(int bytes) {
    var raw = new byte[bytes];
    random.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}

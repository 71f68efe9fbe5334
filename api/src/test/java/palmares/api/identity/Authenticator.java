package palmares.api.identity;

import java.time.Instant;

/// What an authenticator app does: keeps a key and tells the code of a moment.
record Authenticator(byte[] key) {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /// @param text the key in Base32
  static Authenticator of(String text) {
    var key = new byte[text.length() * 5 / 8];
    for (int bit = 0; bit < key.length * 8; bit++) {
      int letter = LETTERS.indexOf(text.charAt(bit / 5));
      if ((letter >> 4 - bit % 5 & 1) == 1) {
        key[bit / 8] |= (byte) (0x80 >> bit % 8);
      }
    }
    return new Authenticator(key);
  }

  /// @param ahead steps of time from now
  String code(Instant now, int ahead) {
    return Totp.code(key, Totp.step(now) + ahead);
  }
}

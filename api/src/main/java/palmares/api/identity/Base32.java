package palmares.api.identity;

/// Letters and digits that people can type: Base32 of RFC 4648, without padding.
final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte each : bytes) {
      buffer = buffer << 8 | each & 0xFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(LETTERS.charAt(buffer >> bits & 0x1F));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(LETTERS.charAt(buffer << 5 - bits & 0x1F));
    }
    return text.toString();
  }
}

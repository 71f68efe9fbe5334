package palmares.api.json;

import java.util.Optional;

/// What a text must be free of: PostgreSQL stores neither U+0000 nor half a character.
public final class Storable {

  private Storable() {}

  /// What is wrong with the text, in words.
  public static Optional<String> flaw(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0) {
        return Optional.of("contains the character U+0000 at position " + (i + 1));
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return Optional.of(
            "contains half a character (\\u%04x) at position %d".formatted((int) c, i + 1));
      }
    }
    return Optional.empty();
  }
}

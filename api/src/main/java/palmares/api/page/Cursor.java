package palmares.api.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.json.Moments;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;

/// Where a page begins: after the row with these keys. Opaque to clients.
public record Cursor(List<String> keys) {

  private static final String SEPARATOR = "\u001f";

  public Cursor {
    keys = List.copyOf(keys);
  }

  public static Cursor after(Object... keys) {
    return new Cursor(java.util.Arrays.stream(keys).map(String::valueOf).toList());
  }

  /// Reads what [#text] gave.
  ///
  /// @param keys how many keys this list's cursors have
  /// @throws Refused if it is not a cursor of this list
  public static @Nullable Cursor parse(@Nullable String text, int keys) {
    if (text == null) {
      return null;
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      var plain = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var parts = List.of(plain.split(SEPARATOR, -1));
      if (parts.size() == keys && plain.indexOf('\0') < 0) {
        return new Cursor(parts);
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw refused(text);
    }
    throw refused(text);
  }

  /// The number of the last row before the page of a list whose cursors have this one key.
  ///
  /// @return null for the first page
  /// @throws Refused if it is not a cursor of such a list
  public static @Nullable Long lastNumber(@Nullable String text) {
    var cursor = parse(text, 1);
    return cursor == null ? null : cursor.number(0);
  }

  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
  }

  public String key(int index) {
    return keys.get(index);
  }

  /// @throws Refused if the key is not a whole number
  public long number(int index) {
    try {
      return Long.parseLong(keys.get(index));
    } catch (NumberFormatException e) {
      throw refused(text());
    }
  }

  /// @throws Refused if the key is not a number
  public double decimal(int index) {
    try {
      return Double.parseDouble(keys.get(index));
    } catch (NumberFormatException e) {
      throw refused(text());
    }
  }

  /// @throws Refused if the key is not a moment
  public Instant instant(int index) {
    try {
      return Moments.parse(keys.get(index));
    } catch (DateTimeParseException e) {
      throw refused(text());
    }
  }

  private static Refused refused(String text) {
    return Refused.badRequest(
        "cursor '%s' is not one that this list gave as 'next'.".formatted(Problems.shown(text)));
  }
}

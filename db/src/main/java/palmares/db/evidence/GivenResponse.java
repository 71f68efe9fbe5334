package palmares.db.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/// What a system gave for one example.
public record GivenResponse(int ordinal, int sample, String text, @Nullable Double latencyMillis) {

  private static final int LARGEST_IN_ROW = 64 * 1024;

  public GivenResponse {
    if (ordinal < 0 || sample < 0) {
      throw new IllegalArgumentException(
          "ordinal and sample must be 0 or more: %d, %d".formatted(ordinal, sample));
    }
  }

  /// Whether its text is a file of its own and not part of its row.
  public boolean isLarge() {
    return text.length() > LARGEST_IN_ROW / 3 && text.getBytes(UTF_8).length > LARGEST_IN_ROW;
  }

  int characters() {
    return text.codePointCount(0, text.length());
  }
}

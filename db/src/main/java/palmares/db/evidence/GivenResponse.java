package palmares.db.evidence;

import org.jspecify.annotations.Nullable;

/// What a system gave for one example.
public record GivenResponse(int ordinal, int sample, String text, @Nullable Double latencyMillis) {

  public GivenResponse {
    if (ordinal < 0 || sample < 0) {
      throw new IllegalArgumentException(
          "ordinal and sample must be 0 or more: %d, %d".formatted(ordinal, sample));
    }
  }
}

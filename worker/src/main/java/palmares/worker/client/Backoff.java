package palmares.worker.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses between repeated attempts: doubling from the first to the longest, each between half and
/// the whole of it, so that many workers do not return at the same moment.
public record Backoff(Duration first, Duration longest, int attempts) {

  /// For calls under a lease: about as long as a lease lasts.
  public static final Backoff CALL = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(4), 7);

  public Backoff {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "pauses must be 0 <= first <= longest: first " + first + ", longest " + longest);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be 1 or more: " + attempts);
    }
  }

  /// The pause after the given failure, counted from 1.
  public Duration after(int failure) {
    long doubled = first.toMillis() << Math.min(failure - 1, 20);
    long whole = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
  }
}

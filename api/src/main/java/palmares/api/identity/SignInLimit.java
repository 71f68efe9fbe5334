package palmares.api.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How often a sign-in may fail: a few times in a row for each account name, one more with every
/// interval that passes.
final class SignInLimit {

  static final int BURST = 5;
  static final Duration INTERVAL = Duration.ofSeconds(20);
  private static final int MAX_NAMES = 10_000;

  private final Clock clock;
  private final Map<String, Instant> freeAgain =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MAX_NAMES;
        }
      };

  SignInLimit(Clock clock) {
    this.clock = clock;
  }

  /// Counts an attempt.
  ///
  /// @return how long to wait, or empty if it may go ahead
  synchronized Optional<Duration> attempt(String account) {
    var now = clock.instant();
    var from = freeAgain.getOrDefault(account, now);
    var next = (from.isBefore(now) ? now : from).plus(INTERVAL);
    var over = Duration.between(now.plus(INTERVAL.multipliedBy(BURST)), next);
    if (over.isPositive()) {
      return Optional.of(over);
    }
    freeAgain.put(account, next);
    return Optional.empty();
  }

  /// Forgets the failures before a success.
  synchronized void succeeded(String account) {
    freeAgain.remove(account);
  }
}

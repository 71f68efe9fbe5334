package palmares.api.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When a message is tried again: three times later with every failure, and not all at once.
record Backoff(Duration first, Duration longest, RandomGenerator random) {

  private static final int FACTOR = 3;
  private static final int LAST_POWER = 20;

  /// @param failures so far, 1 or more
  /// @return the pause, between half and one and a half of its nominal length
  Duration after(int failures) {
    double nominal =
        Math.min(
            first.toMillis() * Math.pow(FACTOR, Math.min(failures - 1, LAST_POWER)),
            longest.toMillis());
    return Duration.ofMillis(Math.round(nominal * (0.5 + random.nextDouble())));
  }

  /// The same, and at least as long as the receiver has asked for, up to the longest.
  Duration after(int failures, Duration asked) {
    var own = after(failures);
    var bounded = asked.compareTo(longest) > 0 ? longest : asked;
    return own.compareTo(bounded) > 0 ? own : bounded;
  }
}

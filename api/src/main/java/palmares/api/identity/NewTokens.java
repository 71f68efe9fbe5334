package palmares.api.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;

/// What holds for every token that is asked for.
final class NewTokens {

  private static final int LONGEST_NAME = 120;
  private static final int MAX_DAYS = 3650;

  private NewTokens() {}

  static String name(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !Problems.isPrintable(name)) {
      throw Refused.badRequest(
          "name and pool must be 1 to %d printable characters: '%s'."
              .formatted(LONGEST_NAME, Problems.shown(name)));
    }
    return name;
  }

  static @Nullable Duration lifetime(@Nullable Integer days) {
    if (days == null) {
      return null;
    }
    if (days < 1 || days > MAX_DAYS) {
      throw Refused.badRequest("expiresInDays must be in 1.." + MAX_DAYS + ": " + days + ".");
    }
    return Duration.ofDays(days);
  }
}

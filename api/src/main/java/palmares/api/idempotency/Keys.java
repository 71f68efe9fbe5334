package palmares.api.idempotency;

import static io.micronaut.http.HttpStatus.CONFLICT;
import static io.micronaut.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;

/// Idempotency keys as they come and as they are refused.
public final class Keys {

  static final String REPEATED = "palmares.repeated";

  private static final int LONGEST = 255;

  private Keys() {}

  /// The key of a request; null if it has none.
  public static @Nullable String of(HttpRequest<?> request) {
    var key = request.getHeaders().get("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > LONGEST || !Problems.isPrintable(key))) {
      throw Refused.badRequest(
          "Idempotency-Key must be 1 to " + LONGEST + " printable characters.");
    }
    return key;
  }

  public static Refused ofOtherRequest(String key) {
    return Refused.of(
        "key-of-other-request",
        UNPROCESSABLE_ENTITY,
        "The idempotency key '" + Problems.shown(key) + "' was used for something else.");
  }

  public static Refused inUse(String key) {
    return Refused.later(
        "key-in-use",
        CONFLICT,
        "The first request under the idempotency key '%s' has not ended."
            .formatted(Problems.shown(key)),
        Duration.ofSeconds(1));
  }

  public static Refused unreadable(String key) {
    return Refused.because(
        CONFLICT,
        "What was asked for under the idempotency key '%s' is done, but the answer was sealed under"
                .formatted(Problems.shown(key))
            + " a master key that is gone.");
  }

  /// Has the answer say that it was given before.
  public static void markRepeated(HttpRequest<?> request) {
    request.setAttribute(REPEATED, true);
  }
}

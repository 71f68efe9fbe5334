package palmares.worker.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The api did not answer, or answered that it cannot right now. The same call may succeed later.
public final class ApiUnavailableException extends ApiException {

  private final @Nullable Duration retryAfter;

  ApiUnavailableException(String message, Throwable cause) {
    super(message, cause);
    this.retryAfter = null;
  }

  ApiUnavailableException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /// How long the api asked to be left alone, where it said so.
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

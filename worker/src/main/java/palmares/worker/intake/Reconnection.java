package palmares.worker.intake;

import java.time.Duration;
import palmares.worker.client.Backoff;

/// Pauses between tries to reach the broker: longer after each failure, short again after success.
final class Reconnection {

  private final Backoff backoff;
  private int failures;

  Reconnection(Duration first, Duration longest) {
    this.backoff = new Backoff(first, longest, Integer.MAX_VALUE);
  }

  Duration pause() {
    failures++;
    return backoff.after(failures);
  }

  void succeeded() {
    failures = 0;
  }
}

package palmares.planted.scoring.metric;

import java.time.Instant;

final class ReadsClock {
  Instant wall() {
    return Instant.now();
  }

  long monotonic() {
    return System.nanoTime();
  }
}

package road;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Durations in the order of their size.
record Times(List<Duration> sorted) {

  Times {
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    var copy = new ArrayList<>(sorted);
    Collections.sort(copy);
    sorted = List.copyOf(copy);
  }

  /// The smallest duration that `percent` of all do not exceed.
  Duration percentile(double percent) {
    return sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
  }

  Duration median() {
    return percentile(50);
  }

  Duration worst() {
    return sorted.getLast();
  }

  static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  static String shown(Duration time) {
    var millis = millis(time);
    return millis < 1000
        ? String.format(Locale.ROOT, millis < 20 ? "%.2f ms" : "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }
}

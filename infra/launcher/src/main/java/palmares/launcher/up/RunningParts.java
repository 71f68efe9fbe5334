package palmares.launcher.up;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The parts that have started, closed in the reverse of the order in which one needs the other.
final class RunningParts implements AutoCloseable {

  private final Map<Part, AutoCloseable> running = new EnumMap<>(Part.class);

  synchronized void add(Part part, AutoCloseable started) {
    running.put(part, started);
  }

  /// Closes all of them, whatever one of them throws.
  @Override
  public void close() {
    var failures = closeAll();
    if (!failures.isEmpty()) {
      var failed = new IllegalStateException("not everything stopped cleanly: " + failures);
      failures.forEach(failed::addSuppressed);
      throw failed;
    }
  }

  /// Closes what has started before something else failed.
  void closeAfter(Throwable cause) {
    closeAll().forEach(cause::addSuppressed);
  }

  private synchronized List<Exception> closeAll() {
    var failures = new ArrayList<Exception>();
    for (var part : List.of(Part.values()).reversed()) {
      try {
        var started = running.remove(part);
        if (started != null) {
          started.close();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures.add(e);
      } catch (Exception e) {
        failures.add(e);
      }
    }
    return failures;
  }
}

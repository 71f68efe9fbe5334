package palmares.worker.job;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import palmares.worker.job.Lease.End;

/// The leases a worker holds.
public final class Leases {

  private final Set<Lease> held = ConcurrentHashMap.newKeySet();

  void add(Lease lease) {
    held.add(lease);
  }

  void remove(Lease lease) {
    held.remove(lease);
  }

  List<Lease> held() {
    return List.copyOf(held);
  }

  void endExpired(long nowNanos) {
    for (var lease : held) {
      if (lease.until() - nowNanos <= 0) {
        lease.end(End.EXPIRED);
      }
    }
  }

  void endAll(End why) {
    held.forEach(lease -> lease.end(why));
  }

  /// Time until the first lease runs out, or the given time if that is shorter.
  Duration untilExpiry(long nowNanos, Duration atMost) {
    long shortest = atMost.toNanos();
    for (var lease : held) {
      if (lease.end() == null) {
        shortest = Math.min(shortest, Math.max(0, lease.until() - nowNanos));
      }
    }
    return Duration.ofNanos(shortest);
  }
}

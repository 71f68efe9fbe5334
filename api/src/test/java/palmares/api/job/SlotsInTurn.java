package palmares.api.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import java.util.function.ToLongFunction;

/// A worker whose slots become free one after the other, as its jobs end. A free slot takes a hint
/// that is there, and only then does the dispatcher see what has become free.
final class SlotsInTurn {

  private final Ledger ledger;
  private final UUID worker;
  private final int slots;
  private final ToLongFunction<UUID> duration;
  private final Queue<UUID> hints = new ArrayDeque<>();
  private final Queue<Held> held =
      new PriorityQueue<>(Comparator.comparingLong(Held::end).thenComparingLong(Held::turn));
  private long turn;
  private long now;

  /// All jobs take as long.
  SlotsInTurn(Ledger ledger, int slots) {
    this(ledger, slots, job -> 1);
  }

  /// @param duration of a job
  SlotsInTurn(Ledger ledger, int slots, ToLongFunction<UUID> duration) {
    this.ledger = ledger;
    this.slots = slots;
    this.duration = duration;
    worker = ledger.worker(slots, "rouge-l");
  }

  private record Held(ClaimResult.Claimed claim, long end, long turn) {}

  /// Claims as many jobs, and gives them in the order in which they were claimed.
  List<UUID> turn(int jobs) {
    var claimed = new ArrayList<UUID>();
    while (claimed.size() < jobs) {
      if (held.size() == slots) {
        var first = held.remove();
        now = first.end;
        ledger.deliver(first.claim);
        ledger.complete(first.claim);
      }
      var early = hints.poll();
      hints.addAll(ledger.dispatch());
      var next = early == null ? hints.remove() : early;
      held.add(new Held(ledger.claim(worker, next), now + duration.applyAsLong(next), turn++));
      claimed.add(next);
    }
    return claimed;
  }
}

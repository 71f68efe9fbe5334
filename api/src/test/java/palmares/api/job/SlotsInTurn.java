package palmares.api.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

/// A worker whose jobs all take as long, so that its slots become free one after the other. A free
/// slot takes a hint that is there, and only then does the dispatcher see what has become free.
final class SlotsInTurn {

  private final Ledger ledger;
  private final UUID worker;
  private final int slots;
  private final Queue<UUID> hints = new ArrayDeque<>();
  private final Queue<ClaimResult.Claimed> held = new ArrayDeque<>();

  SlotsInTurn(Ledger ledger, int slots) {
    this.ledger = ledger;
    this.slots = slots;
    worker = ledger.worker(slots, "rouge-l");
  }

  /// Claims as many jobs, and gives them in the order in which they were claimed.
  List<UUID> turn(int jobs) {
    var claimed = new ArrayList<UUID>();
    while (claimed.size() < jobs) {
      if (held.size() == slots) {
        var first = held.remove();
        ledger.deliver(first);
        ledger.complete(first);
      }
      var early = hints.poll();
      hints.addAll(ledger.dispatch());
      var next = early == null ? hints.remove() : early;
      held.add(ledger.claim(worker, next));
      claimed.add(next);
    }
    return claimed;
  }
}

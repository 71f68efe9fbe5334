package palmares.worker.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How this worker stands with the api and how many of its slots are taken: what the heartbeat, the
/// intake and the jobs tell each other.
public final class Standing {

  private final int slots;
  private int busy;
  private WorkerState state = WorkerState.STARTING;
  private String reason = "has not registered yet";
  private @Nullable String worker;
  private boolean wanted;
  private boolean toldToLeave;

  public Standing(int slots) {
    if (slots < 1) {
      throw new IllegalArgumentException("a worker needs at least one slot: " + slots);
    }
    this.slots = slots;
  }

  int slots() {
    return slots;
  }

  public synchronized WorkerState state() {
    return state;
  }

  /// Why the state is what it is, in words; empty while all is well.
  public synchronized String reason() {
    return reason;
  }

  public synchronized int busy() {
    return busy;
  }

  /// The id the api gave; absent before registration.
  public synchronized @Nullable String worker() {
    return worker;
  }

  public synchronized boolean isDraining() {
    return state == WorkerState.DRAINING;
  }

  synchronized void registered(String id) {
    worker = id;
    become(WorkerState.LIVE, "");
  }

  /// The api does not know this worker any more: it has to register again.
  synchronized void forgotten() {
    worker = null;
    become(WorkerState.STARTING, "the api does not know this worker any more");
  }

  /// @param word the worker's state as the api says it
  synchronized void answered(String word) {
    switch (word) {
      case "quarantined" ->
          become(WorkerState.QUARANTINED, "quarantined by the api after failures of this worker");
      case "paused" -> become(WorkerState.PAUSED, "paused by an operator");
      case "draining" -> {
        toldToLeave |= state != WorkerState.DRAINING && state != WorkerState.STOPPED;
        become(WorkerState.DRAINING, "an operator has it finish and leave");
      }
      default -> become(WorkerState.LIVE, "");
    }
  }

  /// Waits until an operator wants this worker gone and it has finished what it had; false if it
  /// was stopped before.
  public synchronized boolean awaitLeave() throws InterruptedException {
    while (state != WorkerState.STOPPED && !(toldToLeave && busy == 0)) {
      wait();
    }
    return state != WorkerState.STOPPED;
  }

  public synchronized void awaitStopped() throws InterruptedException {
    while (state != WorkerState.STOPPED) {
      wait();
    }
  }

  synchronized void away(String why) {
    become(WorkerState.AWAY, why);
  }

  synchronized void refused(String why) {
    become(WorkerState.REFUSED, why);
  }

  public synchronized void drain() {
    become(WorkerState.DRAINING, "is being stopped");
    callForHeartbeat();
  }

  public synchronized void stopped() {
    state = WorkerState.STOPPED;
    reason = "was stopped";
    notifyAll();
  }

  private void become(WorkerState next, String why) {
    if (state != WorkerState.DRAINING && state != WorkerState.STOPPED) {
      state = next;
      reason = why;
    }
    notifyAll();
  }

  synchronized boolean takeSlot() {
    if (!hasRoom()) {
      return false;
    }
    busy++;
    return true;
  }

  synchronized void freeSlot() {
    busy--;
    notifyAll();
  }

  private boolean hasRoom() {
    return busy < slots && state == WorkerState.LIVE;
  }

  public synchronized boolean awaitRoom(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!hasRoom()) {
      if (!waitUntil(end)) {
        return false;
      }
    }
    return true;
  }

  /// Waits until no job is being worked on; says whether that came to be.
  public synchronized boolean awaitIdle(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (busy > 0) {
      if (!waitUntil(end)) {
        return false;
      }
    }
    return true;
  }

  /// Asks for a heartbeat before its time.
  synchronized void callForHeartbeat() {
    wanted = true;
    notifyAll();
  }

  /// Waits until the next heartbeat is due or wanted.
  synchronized void awaitHeartbeat(Duration due) throws InterruptedException {
    long end = System.nanoTime() + due.toNanos();
    while (!wanted && waitUntil(end)) {
      continue;
    }
    wanted = false;
  }

  private boolean waitUntil(long end) throws InterruptedException {
    long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
    if (millis <= 0) {
      return false;
    }
    wait(millis);
    return true;
  }
}

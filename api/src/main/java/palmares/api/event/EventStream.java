package palmares.api.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.api.event.Followed.Look;
import palmares.db.Database;
import palmares.db.event.Event;
import palmares.db.event.EventStore;

/// One open stream: a thread of its own that reads a subject's events in order and waits for more.
final class EventStream implements Subscription, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final int AT_ONCE = 200;
  private static final int MAX_DEMAND = 1 << 20;
  private static final long RETRY_MILLIS = 1_000;

  /// Looking may count a large run's scores: it gets at most this part of the time.
  private static final int SHARE_OF_LOOKING = 20;

  private final Database database;
  private final StreamConfig config;
  private final Followed followed;
  private final Subscriber<? super byte[]> reader;
  private final Semaphore demand = new Semaphore(0);
  private final Semaphore woken = new Semaphore(0);
  private final long ends;
  private int seen;
  private @Nullable String state;
  private long nextLook = System.nanoTime();
  private long silentSince = System.nanoTime();
  private volatile boolean cancelled;

  /// @param seen number of the last event that the reader has
  EventStream(
      Database database,
      StreamConfig config,
      Followed followed,
      int seen,
      Subscriber<? super byte[]> reader) {
    this.database = database;
    this.config = config;
    this.followed = followed;
    this.seen = seen;
    this.reader = reader;
    this.ends = System.nanoTime() + config.lifetime().toNanos();
  }

  void wake() {
    woken.release();
  }

  @Override
  public void request(long wanted) {
    if (demand.availablePermits() < MAX_DEMAND) {
      demand.release((int) Math.min(wanted, MAX_DEMAND));
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    demand.release();
    woken.release();
  }

  @Override
  public void run() {
    try {
      send(Frames.start(RETRY_MILLIS));
      while (isOpen() && goOn()) {
        pause();
      }
      reader.onComplete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reader.onComplete();
    } catch (RuntimeException e) {
      LOG.warn("the stream of {} breaks off after event {}", followed.subject(), seen, e);
      reader.onError(e);
    }
  }

  private boolean isOpen() {
    return !cancelled && System.nanoTime() < ends;
  }

  /// Sends all there is; false when nothing can follow.
  private boolean goOn() throws InterruptedException {
    // Looked at first: whatever made it end is then among the events that are read after it.
    var look = lookNowAndThen();
    if (look instanceof Look.Hidden) {
      return false;
    }
    sendEvents();
    if (look instanceof Look.Now now) {
      sendState(now);
      if (now.isOver()) {
        send(Frames.end());
        return false;
      }
    }
    if (System.nanoTime() - silentSince >= config.heartbeat().toNanos()) {
      send(Frames.heartbeat());
    }
    return true;
  }

  /// Null when it is too early to look again.
  private @Nullable Look lookNowAndThen() {
    var started = System.nanoTime();
    if (started < nextLook) {
      return null;
    }
    var look = followed.look();
    var took = System.nanoTime() - started;
    nextLook = started + Math.max(config.poll().toNanos() / 2, SHARE_OF_LOOKING * took);
    return look;
  }

  private void sendEvents() throws InterruptedException {
    List<Event> events;
    do {
      events = database.transact(tx -> EventStore.after(tx, followed.subject(), seen, AT_ONCE));
      for (var event : events) {
        send(Frames.numbered(event.seq(), followed.sent(event)));
        seen = event.seq();
      }
    } while (events.size() == AT_ONCE);
  }

  private void sendState(Look.Now now) throws InterruptedException {
    if (now.state() != null && !now.state().equals(state)) {
      state = now.state();
      send(Frames.state(now.state()));
    }
  }

  private void send(byte[] frame) throws InterruptedException {
    // Who does not read in time loses the stream, and comes back for the rest.
    if (demand.tryAcquire(ends - System.nanoTime(), TimeUnit.NANOSECONDS) && !cancelled) {
      reader.onNext(frame);
      silentSince = System.nanoTime();
    }
  }

  private void pause() throws InterruptedException {
    var left = Duration.ofNanos(ends - System.nanoTime());
    var patience = left.compareTo(config.poll()) < 0 ? left : config.poll();
    if (woken.tryAcquire(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS)) {
      woken.drainPermits();
    }
  }
}

package palmares.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.client.EventReader;

/// The one stream of a subject, for all pages that show it. It only wakes them: what is new, each
/// asks in its own name, so that nobody sees more than the API lets them.
final class Feed {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /// The API speaks at least every 15 s.
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

  private final ApiClient api;
  private final String subject;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile @Nullable EventReader reader;
  private volatile boolean open = true;
  private @Nullable String lastEventId;
  private Duration pause = FIRST_PAUSE;
  private int turn;

  /// @param subject path of the subject below `/api/v1`, such as `leaderboards/1`
  Feed(ApiClient api, String subject) {
    this.api = api;
    this.subject = subject;
    this.thread = Thread.ofVirtual().name("feed-" + subject).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  /// @return whether nobody listens any more
  boolean remove(Listener listener) {
    listeners.remove(listener);
    return listeners.isEmpty();
  }

  /// Whether news come by themselves at this moment.
  boolean isLive() {
    return reader != null;
  }

  void close() {
    open = false;
    hangUp();
    LockSupport.unpark(thread);
  }

  /// Ends a connection on which not even a heartbeat is heard.
  void checkSilence() {
    var current = reader;
    if (current != null && current.silence().compareTo(LONGEST_SILENCE) > 0) {
      hangUp();
    }
  }

  private void hangUp() {
    var current = reader;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        LOG.debug("the stream of {} was broken already", subject, e);
      }
    }
  }

  private void run() {
    while (open) {
      if (connect()) {
        pause = FIRST_PAUSE;
      }
      if (open) {
        LockSupport.parkNanos(pause.toNanos());
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  /// Follows one connection to its end; true if there was one.
  private boolean connect() {
    var all = List.copyOf(listeners);
    if (all.isEmpty()) {
      return false;
    }
    // Another page's name the next time: this one's session may have ended.
    var bearer = all.get(turn++ % all.size()).bearer();
    return switch (api.as(bearer).events(subject, lastEventId)) {
      case Given(var connected) -> follow(connected);
      case Denied(Denial.TooMany(var detail, var retryAfter)) -> {
        pause = retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
        yield false;
      }
      case Denied(var why) -> false;
    };
  }

  private boolean follow(EventReader connected) {
    reader = connected;
    try (connected) {
      // What happened while nobody listened, if this is not the first connection.
      if (lastEventId != null) {
        wakeAll();
      }
      for (var event = connected.next(); open && event != null; event = connected.next()) {
        if (event.id() != null) {
          lastEventId = event.id();
        }
        wakeAll();
      }
    } catch (IOException e) {
      LOG.debug("the stream of {} broke after event {}", subject, lastEventId, e);
    } finally {
      reader = null;
    }
    return true;
  }

  private void wakeAll() {
    listeners.forEach(listener -> listener.wake().run());
  }
}

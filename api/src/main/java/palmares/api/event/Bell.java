package palmares.api.event;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.db.DatabaseConfig;
import palmares.db.Notifications;
import palmares.db.event.EventStore;

/// Wakes whoever waits for a subject when the database says that it has something new. A ring that
/// is lost costs time only: those who wait look now and then in any case.
@Singleton
final class Bell {

  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final DatabaseConfig address;
  private final Map<String, Set<Runnable>> waiting = new ConcurrentHashMap<>();
  private volatile boolean open = true;
  private boolean started;

  Bell(DatabaseConfig address) {
    this.address = address;
  }

  /// Runs `wake` at each ring for the subject, until it is taken away.
  void add(String subject, Runnable wake) {
    waiting.compute(
        subject,
        (key, wakes) -> {
          var all = wakes == null ? ConcurrentHashMap.<Runnable>newKeySet() : wakes;
          all.add(wake);
          return all;
        });
    start();
  }

  void remove(String subject, Runnable wake) {
    waiting.computeIfPresent(
        subject,
        (key, wakes) -> {
          wakes.remove(wake);
          return wakes.isEmpty() ? null : wakes;
        });
  }

  private synchronized void start() {
    if (!started && open) {
      started = true;
      Thread.ofPlatform().daemon().name("event-bell").start(this::listen);
    }
  }

  private void listen() {
    while (open) {
      try (var notifications = Notifications.listen(address, EventStore.CHANNEL)) {
        // Whatever happened while nobody listened.
        waiting.values().forEach(wakes -> wakes.forEach(Runnable::run));
        while (open) {
          notifications.payloads(PATIENCE).forEach(this::ring);
        }
      } catch (RuntimeException e) {
        LOG.warn("live streams poll until the database can be listened to: {}", e.getMessage());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void ring(String subject) {
    waiting.getOrDefault(subject, Set.of()).forEach(Runnable::run);
  }

  @PreDestroy
  void close() {
    open = false;
  }
}

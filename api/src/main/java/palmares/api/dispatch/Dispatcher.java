package palmares.api.dispatch;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.api.job.LedgerConfig;
import palmares.db.Database;
import palmares.db.DatabaseConfig;
import palmares.db.Notifications;
import palmares.db.job.DispatchStore;
import palmares.db.job.DispatchStore.Dispatched;
import palmares.db.job.JobStore;
import palmares.db.job.WorkerStore;

/// Publishes what the ledger lets go, woken by notifications. The only one that publishes; any
/// number of them may run.
@Requires(bean = BrokerConfig.class)
@Singleton
final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /// Retries become due without a notification.
  private static final Duration POLL = Duration.ofMillis(250);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Database database;
  private final DatabaseConfig address;
  private final BrokerConfig broker;
  private final LedgerConfig ledger;
  private final Map<String, Instant> refused = new HashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  Dispatcher(Database database, DatabaseConfig address, BrokerConfig broker, LedgerConfig ledger) {
    this.database = database;
    this.address = address;
    this.broker = broker;
    this.ledger = ledger;
  }

  /// Goes on until it is stopped, whatever happens to the broker or the database.
  void run() {
    try {
      dispatchUntilStopped();
    } catch (InterruptedException e) {
      LOG.info("the dispatcher was interrupted and ends");
    }
  }

  /// Lets what is being published be confirmed, and ends.
  void stop() {
    stopping.countDown();
  }

  private boolean isStopped() {
    return stopping.getCount() == 0;
  }

  private void dispatchUntilStopped() throws InterruptedException {
    var pause = SHORTEST_PAUSE;
    while (!isStopped()) {
      try (var wake = Notifications.listen(address, JobStore.CHANNEL);
          var publisher = Publisher.connect(broker)) {
        int again = database.transact(DispatchStore::redispatchAll);
        LOG.info("connected to {}; {} jobs are dispatched again", broker, again);
        pause = SHORTEST_PAUSE;
        serve(wake, publisher);
      } catch (IOException | TimeoutException | RuntimeException | Error e) {
        LOG.warn("dispatching stops for {} ms: {}", pause.toMillis(), e.toString());
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
    }
  }

  private void serve(Notifications wake, Publisher publisher)
      throws IOException, InterruptedException, TimeoutException {
    while (!isStopped()) {
      if (!publisher.isOpen()) {
        throw new IOException("the broker closed the connection");
      }
      dispatch(publisher);
      wake.await(POLL);
    }
  }

  private record Lanes(List<String> live, List<String> waiting) {}

  /// Publishes all that has room now.
  private void dispatch(Publisher publisher)
      throws IOException, InterruptedException, TimeoutException {
    var lanes =
        database.transact(tx ->
            new Lanes(WorkerStore.liveCapabilities(tx), DispatchStore.waitingCapabilities(tx)));
    // Before there is anything to dispatch, so that workers find their queues.
    for (var capability : lanes.live) {
      isThere(publisher, capability);
    }
    for (var capability : lanes.waiting) {
      if (!isThere(publisher, capability)) {
        continue;
      }
      List<Dispatched> jobs =
          database.transact(tx -> DispatchStore.dispatch(tx, capability, ledger.patience()));
      if (!jobs.isEmpty()) {
        publish(publisher, capability, jobs);
      }
    }
  }

  /// A queue that the broker refuses keeps its own jobs waiting, and no others.
  private boolean isThere(Publisher publisher, String capability) throws IOException {
    var now = Instant.now();
    var again = refused.get(capability);
    if (again != null && now.isBefore(again)) {
      return false;
    }
    var reason = publisher.declare(capability);
    if (reason == null) {
      refused.remove(capability);
      return true;
    }
    LOG.warn("jobs of {} wait, the broker refuses their queue: {}", capability, reason);
    refused.put(capability, now.plus(LONGEST_PAUSE));
    return false;
  }

  private void publish(Publisher publisher, String capability, List<Dispatched> jobs)
      throws IOException, InterruptedException, TimeoutException {
    var failed = jobs.stream().map(Dispatched::job).toList();
    try {
      failed = publisher.publish(capability, jobs);
      if (!failed.isEmpty()) {
        LOG.warn("the queue of {} has gone and is declared anew", capability);
      }
    } finally {
      if (!failed.isEmpty()) {
        var back = failed;
        database.run(tx -> DispatchStore.notPublished(tx, back, Duration.ZERO));
      }
    }
  }
}

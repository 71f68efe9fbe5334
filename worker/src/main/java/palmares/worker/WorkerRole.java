package palmares.worker;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.contract.work.Work.Registration;
import palmares.worker.client.Backoff;
import palmares.worker.client.DocumentCache;
import palmares.worker.client.WorkClient;
import palmares.worker.embedding.MiniLm;
import palmares.worker.intake.JobIntake;
import palmares.worker.job.JobPool;
import palmares.worker.job.Leases;
import palmares.worker.job.Membership;
import palmares.worker.job.Offerings;
import palmares.worker.job.Standing;
import palmares.worker.job.Workbench;
import palmares.worker.job.WorkerState;

/// One worker. It needs neither the api nor the broker to be there when it starts, and outlives
/// both.
public final class WorkerRole implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerRole.class);

  private final WorkerConfig config;
  private final Standing standing;
  private final MiniLm embeddings;
  private final Membership membership;
  private final JobPool pool;
  private final JobIntake intake;

  /// @throws IOException if the cache folder cannot be used
  public WorkerRole(WorkerConfig config) throws IOException {
    this.config = config;
    this.standing = new Standing(config.slots());
    this.embeddings =
        new MiniLm(config.cache(), config.embedding().threads(), config.embedding().tokenBudget());
    var client = new WorkClient(config.api(), config.token().value(), Backoff.CALL);
    var documents = new DocumentCache(config.cache().resolve("documents"), config.cacheBytes());
    var offerings = Offerings.found(embeddings);
    var leases = new Leases();
    var registration =
        new Registration(
            config.name(),
            config.capabilities(),
            config.costs().on(offerings.offers()),
            config.slots());
    this.membership = new Membership(client, registration, standing, leases);
    this.pool =
        new JobPool(config.name(), new Workbench(client, documents, offerings), standing, leases);
    this.intake = new JobIntake(config.broker(), config.name(), config.capabilities(), pool);
  }

  /// Begins to register and to listen; returns at once.
  public void start() {
    membership.start();
    intake.start();
    Thread.ofVirtual().name("drain-" + config.name()).start(this::stopWhenOrdered);
  }

  /// Waits until it has stopped: because it was told to, here or by an operator through the api.
  public void awaitStopped() throws InterruptedException {
    standing.awaitStopped();
  }

  private void stopWhenOrdered() {
    try {
      if (standing.awaitLeave()) {
        LOG.info("{} was drained by an operator and leaves", config.name());
        stop(Duration.ZERO);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public WorkerStatus status() {
    var counts = embeddings.counts();
    return new WorkerStatus(
        standing.state(),
        standing.reason(),
        intake.isConnected(),
        standing.busy(),
        config.slots(),
        counts.asked(),
        counts.fromCache());
  }

  /// Takes no more jobs, lets those that have begun go on for the grace, gives back the rest, and
  /// says goodbye. Stopping again does nothing.
  public synchronized void stop(Duration grace) throws InterruptedException {
    if (standing.state() == WorkerState.STOPPED) {
      return;
    }
    standing.drain();
    intake.stop();
    if (!pool.drain(grace)) {
      LOG.warn("{} stops with jobs that could not be stopped; their leases run out", config.name());
    }
    pool.stop();
    membership.leave();
    standing.stopped();
    var counts = embeddings.counts();
    LOG.info(
        "{} has stopped; {} of {} embeddings came from the cache",
        config.name(),
        counts.fromCache(),
        counts.asked());
    embeddings.close();
  }

  /// Stops within the configured grace.
  @Override
  public void close() throws InterruptedException {
    stop(config.grace());
  }
}

package palmares.worker.job;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.contract.work.Work;
import palmares.contract.work.Work.Registration;
import palmares.worker.client.ApiException;
import palmares.worker.client.ApiRefusalException;
import palmares.worker.client.ApiUnavailableException;
import palmares.worker.client.WorkClient;
import palmares.worker.job.Lease.End;

/// Keeps this worker known to the api: registers it, renews all its leases with one heartbeat on a
/// thread of its own, and ends what the api or the clock says is over.
public final class Membership {

  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

  private final WorkClient client;
  private final Registration registration;
  private final Standing standing;
  private final Leases leases;
  private final Thread thread;
  private Duration interval = RETRY;
  private volatile boolean stopped;

  public Membership(
      WorkClient client, Registration registration, Standing standing, Leases leases) {
    this.client = client;
    this.registration = registration;
    this.standing = standing;
    this.leases = leases;
    this.thread =
        Thread.ofPlatform().daemon().name("heartbeat-" + registration.name()).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// Says goodbye to the api, if it listens, and sends no more heartbeats.
  public void leave() throws InterruptedException {
    stopped = true;
    standing.callForHeartbeat();
    thread.join(LONGEST_CALL.plusSeconds(1));
    var worker = standing.worker();
    if (worker == null) {
      return;
    }
    try {
      client.leave(worker);
    } catch (ApiException e) {
      LOG.info("left without a goodbye: {}", e.getMessage());
    }
  }

  private void run() {
    try {
      while (!stopped) {
        turn();
      }
    } catch (InterruptedException e) {
      LOG.info("the heartbeat was interrupted and ends");
    }
  }

  private void turn() throws InterruptedException {
    try {
      var pause = beat();
      leases.endExpired(System.nanoTime());
      standing.awaitHeartbeat(leases.untilExpiry(System.nanoTime(), pause));
    } catch (RuntimeException | Error e) {
      LOG.error("leases could not be looked after; the next turn follows", e);
      standing.awaitHeartbeat(RETRY);
    }
  }

  /// Registers or renews; says how long to wait for the next time. Not even an error, such as of
  /// memory that a job used up, is the last one: without heartbeats every job of this worker is
  /// lost.
  private Duration beat() throws InterruptedException {
    try {
      var worker = standing.worker();
      if (worker == null) {
        register();
      } else {
        renew(worker);
      }
      return interval;
    } catch (ApiUnavailableException e) {
      notice(WorkerState.AWAY, e);
      standing.away(String.valueOf(e.getMessage()));
      return RETRY;
    } catch (ApiRefusalException e) {
      return refused(e);
    } catch (ApiException | RuntimeException | Error e) {
      LOG.error("heartbeat failed; the next one follows", e);
      return interval;
    }
  }

  private void register() throws ApiException, InterruptedException {
    var registered = client.register(registration);
    interval = Duration.ofMillis(registered.heartbeatMillis());
    standing.registered(registered.worker());
    LOG.info(
        "registered as {} ({}), heartbeat every {} ms, {} offers, {} slots",
        registration.name(),
        registered.worker(),
        interval.toMillis(),
        registration.offers().size(),
        registration.slots());
  }

  private void renew(String worker) throws ApiException, InterruptedException {
    var renewed = leases.held();
    var tokens =
        renewed.stream()
            .map(lease -> new Work.Lease(lease.job().job(), lease.job().token()))
            .toList();
    var heartbeat = new Work.Heartbeat(tokens, standing.busy(), standing.isDraining());
    long before = System.nanoTime();
    var answer = client.heartbeat(worker, heartbeat, timeout());
    for (var lease : renewed) {
      if (answer.abandon().contains(lease.job().job())) {
        lease.end(End.ABANDONED);
      } else {
        lease.renew(before, Duration.ofMillis(answer.leaseMillis()));
      }
    }
    if (standing.state() == WorkerState.AWAY) {
      LOG.info("the api answers again");
    }
    standing.answered(answer.state());
  }

  private Duration timeout() {
    return interval.compareTo(LONGEST_CALL) < 0 ? LONGEST_CALL.dividedBy(2) : LONGEST_CALL;
  }

  private Duration refused(ApiRefusalException e) {
    if (e.status() == 404 && standing.worker() != null) {
      LOG.warn("the api does not know this worker any more; registering again");
      standing.forgotten();
      return Duration.ZERO;
    }
    notice(WorkerState.REFUSED, e);
    standing.refused(String.valueOf(e.getMessage()));
    return interval.compareTo(RETRY) < 0 ? RETRY : interval;
  }

  /// Once for each change: an api that is away for an hour is one line, not thousands.
  private void notice(WorkerState next, ApiException e) {
    if (standing.state() != next) {
      LOG.warn("{}: {}", next, e.getMessage());
    }
  }
}

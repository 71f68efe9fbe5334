package palmares.worker.job;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import palmares.contract.work.JobAvailable;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.ClaimRequest;
import palmares.worker.client.ApiException;
import palmares.worker.client.ApiUnavailableException;
import palmares.worker.client.ClaimAnswer;
import palmares.worker.client.ClaimAnswer.Granted;
import palmares.worker.client.ClaimAnswer.NotClaimable;
import palmares.worker.client.JobKey;
import palmares.worker.intake.Hints;
import palmares.worker.job.Lease.End;

/// Claims jobs that it is told of and works on them, each on a platform thread of a pool as large
/// as the worker has slots.
public final class JobPool implements Hints {

  private static final Logger LOG = LoggerFactory.getLogger(JobPool.class);

  private final Workbench workbench;
  private final Standing standing;
  private final Leases leases;
  private final ExecutorService threads;

  /// @param name of the worker, for its threads
  public JobPool(String name, Workbench workbench, Standing standing, Leases leases) {
    this.workbench = workbench;
    this.standing = standing;
    this.leases = leases;
    this.threads =
        Executors.newFixedThreadPool(
            standing.slots(), Thread.ofPlatform().daemon().name("job-" + name + "-", 1).factory());
  }

  @Override
  public boolean awaitRoom(Duration atMost) throws InterruptedException {
    return standing.awaitRoom(atMost);
  }

  @Override
  public boolean take(JobAvailable hint) throws InterruptedException {
    if (!standing.takeSlot()) {
      return false;
    }
    boolean began = false;
    try (var trace = MDC.putCloseable("trace", trace(hint.traceparent(), hint.job()))) {
      began = claim(hint);
    } catch (ApiUnavailableException e) {
      LOG.warn("the api does not answer, no more jobs are taken: {}", e.getMessage());
      standing.away(String.valueOf(e.getMessage()));
      standing.callForHeartbeat();
    } catch (ApiException | RuntimeException e) {
      LOG.warn("job {} could not be claimed: {}", hint.job(), e.toString());
      standing.callForHeartbeat();
    } finally {
      if (!began) {
        standing.freeSlot();
      }
    }
    return true;
  }

  private boolean claim(JobAvailable hint) throws ApiException, InterruptedException {
    var worker = standing.worker();
    if (worker == null) {
      return false;
    }
    ClaimAnswer answer =
        workbench
            .client()
            .claim(hint.job(), new ClaimRequest(worker, UUID.randomUUID().toString()));
    return switch (answer) {
      case Granted(var claim, var claimedAt) -> {
        LOG.info("job {} of {} is claimed", hint.job(), claim.run());
        begin(claim, claimedAt);
        yield true;
      }
      case NotClaimable(var reason) -> {
        LOG.debug("job {} is not to be had: {}", hint.job(), reason);
        yield false;
      }
    };
  }

  private void begin(Claim claim, long claimedAt) {
    var key = new JobKey(claim.job(), claim.token(), claim.traceparent());
    var lease = new Lease(key, claimedAt, Duration.ofMillis(claim.leaseMillis()));
    leases.add(lease);
    boolean runs = false;
    try {
      threads.execute(() -> run(claim, lease));
      runs = true;
    } finally {
      if (!runs) {
        leases.remove(lease); // nobody else would, and a held lease is renewed for ever
      }
    }
  }

  private void run(Claim claim, Lease lease) {
    try (var trace = MDC.putCloseable("trace", trace(claim.traceparent(), claim.job()));
        var job = MDC.putCloseable("job", claim.job())) {
      new Attempt(claim, lease, workbench).run();
    } finally {
      leases.remove(lease);
      standing.freeSlot();
    }
  }

  /// Lets jobs finish for a while, then gives back those that have not.
  ///
  /// @return false if a job could not even be stopped in time
  public boolean drain(Duration grace) throws InterruptedException {
    if (!standing.awaitIdle(grace)) {
      leases.endAll(End.HANDED_BACK);
    }
    return standing.awaitIdle(Duration.ofSeconds(5));
  }

  public void stop() {
    leases.endAll(End.HANDED_BACK);
    threads.shutdown();
  }

  /// The trace id within a W3C traceparent, or the job's id where there is none.
  private static String trace(@Nullable String traceparent, String job) {
    var fields = traceparent == null ? new String[0] : traceparent.split("-", -1);
    return fields.length >= 2 ? fields[1] : job;
  }
}

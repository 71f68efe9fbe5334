package palmares.worker.job;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.contract.work.Work.Claim;
import palmares.worker.client.ApiException;
import palmares.worker.client.ApiRefusalException;
import palmares.worker.client.ApiUnavailableException;
import palmares.worker.client.WorkClient;
import palmares.worker.job.Lease.End;

/// One try at a claimed job, from its documents to its close.
final class Attempt implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final int LONGEST_REASON = 2_000;

  private final Claim claim;
  private final Lease lease;
  private final Workbench workbench;
  private final WorkClient client;

  Attempt(Claim claim, Lease lease, Workbench workbench) {
    this.claim = claim;
    this.lease = lease;
    this.workbench = workbench;
    this.client = workbench.client();
  }

  @Override
  public void run() {
    try {
      lease.hold();
      work();
    } catch (InterruptedException e) {
      handBack();
    } catch (ApiException e) {
      refused(e);
    } catch (EvaluatorException e) {
      fail(FailureClass.EVALUATOR, e, null);
    } catch (OutOfMemoryError e) {
      // The job's, which costs it an attempt: as the worker's it would be tried for ever, and put
      // one worker after the other into quarantine.
      fail(FailureClass.EVALUATOR, e, null);
    } catch (IOException | RuntimeException | Error e) {
      fail(FailureClass.WORKER, e, null);
    } finally {
      lease.letGo();
    }
  }

  private void work() throws EvaluatorException, IOException, ApiException, InterruptedException {
    var stage = workbench.offerings().stage(claim);
    if (stage == null) {
      throw new IOException(
          "this worker has nothing for " + claim.offer() + " in the stage " + claim.stage());
    }
    long began = System.nanoTime();
    var results = new ResultBatches(client, lease.job());
    stage.work(claim, new JobDocuments(workbench, lease.job(), claim), results);
    results.complete();
    LOG.info(
        "{} of {} {}..{}: {} results in {} ms",
        claim.offer(),
        claim.run(),
        claim.firstOrdinal(),
        claim.lastOrdinal(),
        results.count(),
        Duration.ofNanos(System.nanoTime() - began).toMillis());
  }

  private void refused(ApiException e) {
    switch (e) {
      case ApiRefusalException refusal when refusal.isSuperseded() ->
          LOG.info("{} has gone to another attempt", lease.job());
      case ApiUnavailableException away -> fail(FailureClass.TRANSIENT, e, away.retryAfter());
      default -> fail(FailureClass.WORKER, e, null);
    }
  }

  /// A job that was taken away is nobody's business here any more; one that this worker gives up
  /// goes back unharmed.
  private void handBack() {
    var end = lease.end();
    LOG.info("{} stopped: {}", lease.job(), end);
    if (end != End.HANDED_BACK) {
      return;
    }
    lease.letGo();
    try {
      client.release(lease.job());
    } catch (ApiException e) {
      LOG.warn("{} could not be given back, its lease will run out: {}", lease.job(), reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(FailureClass failureClass, Throwable cause, @Nullable Duration retryAfter) {
    LOG.warn("{} of {} failed ({})", claim.offer(), lease.job(), failureClass, cause);
    try {
      client.fail(lease.job(), failureClass.wireName(), reason(cause), retryAfter);
    } catch (ApiException e) {
      LOG.warn("{}: its failure could not be told: {}", lease.job(), reason(e));
    } catch (InterruptedException e) {
      handBack();
    }
  }

  private static String reason(Throwable e) {
    var message = e.getMessage();
    var text = message == null || !(e instanceof EvaluatorException) ? e.toString() : message;
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
  }
}

package palmares.worker.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.worker.client.JobKey;

/// The right to work on a job, until it ends or is taken away.
final class Lease {

  /// Why work stops before it is done.
  enum End {
    /// The api said so: cancelled, or given to another worker.
    ABANDONED,
    /// It was not renewed in time, by this worker's own clock.
    EXPIRED,
    /// The worker is being stopped and gives the job back.
    HANDED_BACK
  }

  private final JobKey job;
  private long until;
  private @Nullable Thread holder;
  private @Nullable End end;

  Lease(JobKey job, long fromNanos, Duration length) {
    this.job = job;
    this.until = fromNanos + length.toNanos();
  }

  JobKey job() {
    return job;
  }

  synchronized long until() {
    return until;
  }

  /// @param fromNanos the monotonic clock before the request that renewed it was sent
  synchronized void renew(long fromNanos, Duration length) {
    until = fromNanos + length.toNanos();
  }

  synchronized @Nullable End end() {
    return end;
  }

  /// The calling thread works under this lease from now on.
  synchronized void hold() throws InterruptedException {
    if (end != null) {
      throw new InterruptedException(job + " ended before it began: " + end);
    }
    holder = Thread.currentThread();
  }

  /// The calling thread is done; what comes later does not reach it.
  synchronized void letGo() {
    holder = null;
    Thread.interrupted();
  }

  synchronized void end(End why) {
    if (end == null) {
      end = why;
      if (holder != null) {
        holder.interrupt();
      }
    }
  }
}

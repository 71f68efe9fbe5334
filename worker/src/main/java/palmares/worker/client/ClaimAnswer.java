package palmares.worker.client;

import palmares.contract.work.Work.Claim;

/// What the api says to a worker that wants a job.
public sealed interface ClaimAnswer {

  /// @param claimedAtNanos the worker's monotonic clock before it first asked: the lease counts
  ///   from here, so that the worker never believes in it longer than the api does
  record Granted(Claim claim, long claimedAtNanos) implements ClaimAnswer {}

  /// Taken, ended, or for another worker: the hint was out of date.
  record NotClaimable(String reason) implements ClaimAnswer {}
}

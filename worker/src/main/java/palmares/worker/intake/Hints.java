package palmares.worker.intake;

import java.time.Duration;
import palmares.contract.work.JobAvailable;

/// Who is told that a job waits. A hint counts as used as soon as [#take] returns, whatever came of
/// it: the ledger offers again what was not claimed.
public interface Hints {

  /// Waits until there is a free slot, the api answers and this worker may take work, or the time
  /// is over; says whether there is room.
  boolean awaitRoom(Duration atMost) throws InterruptedException;

  /// Claims the job and starts on it, if it is to be had.
  void take(JobAvailable hint) throws InterruptedException;
}

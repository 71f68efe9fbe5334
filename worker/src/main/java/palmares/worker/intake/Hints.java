package palmares.worker.intake;

import java.time.Duration;
import palmares.contract.work.JobAvailable;

/// Who is told that a job waits.
public interface Hints {

  /// Waits until there is a free slot, the api answers and this worker may take work, or the time
  /// is over; says whether there is room.
  boolean awaitRoom(Duration atMost) throws InterruptedException;

  /// Claims the job and starts on it, if it is to be had. A hint is used up whatever the api said,
  /// or if it did not answer: the ledger offers again what was not claimed.
  ///
  /// @return false if there was no room after all, and the hint may be of use to another worker
  boolean take(JobAvailable hint) throws InterruptedException;
}

package palmares.api.job;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import palmares.db.Database;
import palmares.db.event.EventStore;
import palmares.db.job.JobStore;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.job.SweepStore;

/// Cancels runs. Only the run is marked; what nobody holds is closed at once, what a worker holds
/// when that worker is next heard of, or its lease lapses.
@Singleton
public final class Cancellation {

  private final Database database;
  private final Endings endings;

  Cancellation(Database database, Endings endings) {
    this.database = database;
    this.endings = endings;
  }

  /// False when the run has ended first: of a cancellation and a last completion, one wins.
  public boolean cancel(UUID run) {
    boolean marked =
        database.transact(tx -> {
          if (!RunStore.change(tx, run, RunState.ACTIVE, RunState.CANCELLING)) {
            return false;
          }
          var subject = RunStore.lock(tx, run).subject();
          EventStore.append(tx, subject, "cancelling", Map.of());
          JobStore.wake(tx);
          return true;
        });
    if (marked) {
      closeUnheld();
    }
    return marked;
  }

  /// Closes what nobody holds of runs being cancelled; gives the number of jobs.
  int closeUnheld() {
    int all = 0;
    while (true) {
      int closed =
          database.transact(tx -> {
            int jobs = 0;
            for (var each : SweepStore.closeCancelled(tx)) {
              endings.jobsEnded(tx, each.run(), each.jobs());
              jobs += each.jobs();
            }
            return jobs;
          });
      if (closed == 0) {
        return all;
      }
      all += closed;
    }
  }
}

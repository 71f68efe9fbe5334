package palmares.api.job;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.battle.MissedPairing;
import palmares.db.event.EventStore;
import palmares.db.job.NewRun;
import palmares.db.job.RescoreStore;
import palmares.db.job.RunStore;

/// Has runs meet those that became ready while they were left out, once they count again.
///
/// What has ended never changes, so it is a new run that meets them: it takes over all evidence of
/// the one that was left out and has only the missing pairs judged. Like scoring again it is work
/// of the benchmark's team, and nobody else's to stop.
@Singleton
final class MissedPairs {

  private static final int AT_A_TIME = 20;

  private final Database database;
  private final RunPlanner planner;

  MissedPairs(Database database, RunPlanner planner) {
    this.database = database;
    this.planner = planner;
  }

  /// Starts what is missing; gives how many runs that took.
  int makeUp() {
    return database.transact(tx -> MissedPairing.runs(tx, AT_A_TIME)).stream()
        .mapToInt(run -> database.transact(tx -> started(tx, run)))
        .sum();
  }

  private int started(Tx tx, UUID id) {
    var run = RunStore.lock(tx, id);
    // Whoever had it until now may have begun another.
    if (!MissedPairing.isOf(tx, id)) {
      return 0;
    }
    EventStore.append(tx, run.subject(), "counts-again", Map.of());
    var spec = run.spec();
    planner.start(
        tx,
        new NewRun(
            UuidV7.next(),
            run.submission(),
            RescoreStore.organiser(tx, spec.benchmarkVersion()),
            spec.again(spec.goldRevision()),
            run.responses(),
            Rescoring.PRIORITY,
            run.id(),
            run.id(),
            run.trace()));
    return 1;
  }
}

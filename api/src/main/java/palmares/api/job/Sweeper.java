package palmares.api.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.db.Database;
import palmares.db.job.RunStore;
import palmares.db.job.SweepStore;

/// Acts on every row that is due, so that no state lasts by forgetfulness. Any number of sweepers
/// may run at once: each skips what another holds.
@Singleton
public final class Sweeper {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration IDEMPOTENCY_KEPT = Duration.ofHours(48);

  private final Database database;
  private final Endings endings;
  private final Cancellation cancellation;
  private final RunPlanner planner;

  Sweeper(Database database, Endings endings, Cancellation cancellation, RunPlanner planner) {
    this.database = database;
    this.endings = endings;
    this.cancellation = cancellation;
    this.planner = planner;
  }

  /// Does all that is due; gives the number of rows that it changed.
  public int sweep() {
    int rows = silentWorkers();
    rows += untilNone(this::oneLapsed);
    rows += database.transact(SweepStore::unclaimed);
    rows += cancellation.closeUnheld();
    rows += database.transact(SweepStore::explainWaiting);
    rows += untilNone(this::oneRun);
    rows += database.transact(tx -> SweepStore.oldIdempotencyKeys(tx, IDEMPOTENCY_KEPT));
    return rows;
  }

  private int silentWorkers() {
    var gone = database.transact(SweepStore::silentWorkers);
    gone.forEach(worker -> LOG.info("worker {} was not heard of and counts as gone", worker));
    return gone.size();
  }

  private boolean oneLapsed() {
    return database.transact(tx -> {
      var job = SweepStore.lapsed(tx);
      if (job == null) {
        return false;
      }
      LOG.info("job {} goes back: its lease has lapsed", job.id());
      endings.lapsed(tx, job);
      return true;
    });
  }

  private boolean oneRun() {
    return database.transact(tx -> {
      var id = SweepStore.dueRun(tx);
      if (id == null) {
        return false;
      }
      var recount = SweepStore.recount(tx, id);
      if (recount.said() != recount.counted()) {
        LOG.error("run {} said {} open jobs and had {}", id, recount.said(), recount.counted());
      }
      if (recount.counted() == 0) {
        planner.stageEnded(tx, RunStore.lock(tx, id));
      }
      return true;
    });
  }

  private static int untilNone(java.util.function.BooleanSupplier step) {
    int steps = 0;
    while (step.getAsBoolean()) {
      steps++;
    }
    return steps;
  }
}

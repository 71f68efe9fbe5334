package palmares.api.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.db.Database;
import palmares.db.Outage;
import palmares.db.blob.BlobStore;
import palmares.db.blob.OrphanSweep;
import palmares.db.idempotency.IdempotencyStore;
import palmares.db.job.RunStore;
import palmares.db.job.SweepStore;

/// Acts on every row that is due, so that no state lasts by forgetfulness. Any number of sweepers
/// may run at once: each skips what another holds.
@Singleton
public final class Sweeper {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration ORPHANS_KEPT = Duration.ofDays(1);

  private final Database database;
  private final Endings endings;
  private final Cancellation cancellation;
  private final RunPlanner planner;
  private final Rescoring rescoring;
  private final MissedPairs missedPairs;
  private final OrphanSweep orphans;

  /// Why the database did not answer the last time: once for each reason, not once a second.
  private volatile @Nullable String outage;

  Sweeper(
      Database database,
      BlobStore blobs,
      Endings endings,
      Cancellation cancellation,
      RunPlanner planner,
      Rescoring rescoring,
      MissedPairs missedPairs) {
    this.orphans = new OrphanSweep(database, blobs, ORPHANS_KEPT);
    this.database = database;
    this.endings = endings;
    this.cancellation = cancellation;
    this.planner = planner;
    this.rescoring = rescoring;
    this.missedPairs = missedPairs;
  }

  /// Does all that is due; gives the number of rows that it changed. A step that fails, even by an
  /// error, does not keep the others from being done.
  public int sweep() {
    return step("silent workers", this::silentWorkers)
        + step("lapsed leases", () -> untilNone(this::oneLapsed))
        + step("unclaimed messages", () -> database.transact(SweepStore::unclaimed))
        + step("jobs of cancelled runs", cancellation::closeUnheld)
        + step("waiting jobs", () -> database.transact(SweepStore::explainWaiting))
        + step("runs to be counted", () -> untilNone(this::oneRun))
        + step("errata", rescoring::advance)
        + step("missed pairs", missedPairs::makeUp)
        + step("old idempotency keys", this::oldKeys)
        + step("orphan files", orphans::sweep);
  }

  int step(String what, IntSupplier step) {
    try {
      int rows = step.getAsInt();
      if (outage != null) {
        LOG.info("the database answers again");
        outage = null;
      }
      return rows;
    } catch (RuntimeException | Error e) {
      var reason = Outage.reason(e);
      if (reason == null) {
        LOG.warn("sweeping {} failed and is tried again with the next sweep", what, e);
      } else if (!reason.equals(outage)) {
        LOG.warn("the database does not answer, which is tried again all the time: {}", reason);
        outage = reason;
      }
      return 0;
    }
  }

  private int oldKeys() {
    return database.transact(IdempotencyStore::forgetOld);
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

  private static int untilNone(BooleanSupplier step) {
    int steps = 0;
    while (step.getAsBoolean()) {
      steps++;
    }
    return steps;
  }
}

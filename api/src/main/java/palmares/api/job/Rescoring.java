package palmares.api.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import palmares.api.job.Retries.Retried;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.Erratum;
import palmares.db.benchmark.ErratumStore;
import palmares.db.event.EventStore;
import palmares.db.job.NewRun;
import palmares.db.job.RescoreStore;
import palmares.db.job.RunStore;
import palmares.db.leaderboard.LeaderboardStore;

/// Scores again what was scored under gold that has been mended since, a few submissions at a time.
/// Once all of it is scored, the boards go over to the new revision together.
///
/// No response is made again. The runs count as work of the benchmark's team, so that those whose
/// submissions they are do not wait for them, and go after that team's other work.
@Singleton
public final class Rescoring {

  /// Below whatever anybody asks for on purpose.
  static final int PRIORITY = -10;

  private static final int AT_A_TIME = 20;

  /// The sweeper has other things to do as well.
  private static final int STEPS = 10;

  private static final Duration RECHECK = Duration.ofSeconds(2);

  private final Database database;
  private final RunPlanner planner;
  private final Retries retries;
  private final Cancellation cancellation;
  private final LeaderboardStore leaderboards = new LeaderboardStore();

  Rescoring(Database database, RunPlanner planner, Retries retries, Cancellation cancellation) {
    this.database = database;
    this.planner = planner;
    this.retries = retries;
    this.cancellation = cancellation;
  }

  /// Takes errata that are due a few steps further; gives how many steps it took.
  int advance() {
    int steps = 0;
    while (steps < STEPS && step()) {
      steps++;
    }
    return steps;
  }

  private boolean step() {
    return database.transact(tx -> {
      var erratum = ErratumStore.due(tx);
      if (erratum == null) {
        return false;
      }
      advance(tx, erratum);
      return true;
    });
  }

  private void advance(Tx tx, Erratum erratum) {
    var version = erratum.version();
    var waiting = RescoreStore.waiting(tx, version, erratum.revision(), AT_A_TIME);
    if (!waiting.isEmpty()) {
      var team = RescoreStore.organiser(tx, version);
      waiting.forEach(run -> start(tx, erratum, team, run));
      ErratumStore.again(tx, erratum, Duration.ZERO);
      return;
    }
    var progress = RescoreStore.progress(tx, version, erratum.revision());
    if (progress.open() > 0 || progress.failed() > 0) {
      ErratumStore.again(tx, erratum, RECHECK);
      return;
    }
    ErratumStore.done(tx, erratum);
    leaderboards.switchGold(tx, version, erratum.revision());
  }

  private void start(Tx tx, Erratum erratum, UUID team, UUID ended) {
    var run = RunStore.lock(tx, ended);
    EventStore.append(
        tx,
        run.subject(),
        "rescore",
        Map.of("revision", Integer.toString(erratum.revision()), "reason", erratum.reason()));
    planner.start(
        tx,
        new NewRun(
            UuidV7.next(),
            run.submission(),
            team,
            run.spec().again(erratum.revision()),
            run.responses(),
            PRIORITY,
            null,
            run.id(),
            run.trace()));
  }

  /// Stops runs that score again under an earlier revision: nobody will read what they give.
  public void stopOutdated(UUID version, int revision) {
    database
        .transact(tx -> RescoreStore.outdated(tx, version, revision))
        .forEach(cancellation::cancel);
  }

  /// Tries again what could not be scored wholly; gives how many runs were started.
  public int retry(UUID version, int revision) {
    return database.transact(tx -> RescoreStore.failed(tx, version, revision)).stream()
        .mapToInt(run -> database.transact(tx -> retried(tx, run)))
        .sum();
  }

  private int retried(Tx tx, UUID id) {
    var submission = Objects.requireNonNull(RunStore.find(tx, id)).submission();
    var run = submission == null ? null : RunStore.lockNewestOf(tx, submission);
    return run != null
            && run.id().equals(id)
            && retries.retry(tx, run, PRIORITY, run.trace()) instanceof Retried.Started
        ? 1
        : 0;
  }
}

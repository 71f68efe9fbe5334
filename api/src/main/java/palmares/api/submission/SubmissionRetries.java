package palmares.api.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Benchmarks;
import palmares.api.identity.Caller;
import palmares.api.job.Retries;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.job.PlanStore;
import palmares.db.job.Run;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.quota.QuotaStore;
import palmares.db.quota.QuotaStore.Taken;
import palmares.db.submission.SubmissionRow;
import palmares.db.submission.SubmissionStore;

/// Runs a submission again on its owner's word. Where something failed on our side it takes what
/// was refunded for that, on whatever day; it is free where the quota has been spent on it already;
/// else it takes from the quota, and needs an open benchmark, as a new submission would: cancelling
/// and trying again is no way around either.
@Singleton
final class SubmissionRetries {

  private final Database database;
  private final Retries retries;
  private final Clock clock;

  SubmissionRetries(Database database, Retries retries, Clock clock) {
    this.database = database;
    this.retries = retries;
    this.clock = clock;
  }

  /// Why it was not run again, in words; empty if it was.
  Optional<String> retry(Caller.Person person, SubmissionRow row, String trace) {
    return database.transact(tx -> Optional.ofNullable(retry(tx, person, row, trace)));
  }

  private @Nullable String retry(
      Tx tx, Caller.Person person, SubmissionRow row, @Nullable String trace) {
    var run = Objects.requireNonNull(RunStore.lockNewestOf(tx, row.id()));
    if (SubmissionStore.isWithdrawn(tx, row.id())) {
      return "It is withdrawn.";
    }
    if (isUnderMendedGold(tx, run)) {
      return "The organiser has its responses scored again under mended gold, and tries that again.";
    }
    if (!run.state().isEnd() || run.state() == RunState.COMPLETE) {
      return "There is nothing to run again: its run is " + run.state().word() + ".";
    }
    boolean ours = PlanStore.failedJobs(tx, run.id()).ours() > 0;
    if (isFree(tx, run, row, ours)) {
      start(tx, run, trace);
      return null;
    }
    var version = Benchmarks.find(tx, person, row.benchmark(), row.version());
    if (ours) {
      var limit = version == null ? null : version.quotaPerDay();
      return limit == null ? unlimited(tx, run, trace) : again(tx, run, limit, trace);
    }
    if (version == null || version.state().equals("withdrawn")) {
      return "%s %s is withdrawn.".formatted(row.benchmark(), row.version());
    }
    var closes = version.closesAt();
    if (closes != null && !clock.instant().isBefore(closes)) {
      return "%s %s closed at %s, and nothing failed on our side."
          .formatted(row.benchmark(), row.version(), closes);
    }
    var limit = version.quotaPerDay();
    return limit == null ? unlimited(tx, run, trace) : fromQuota(tx, run, limit, trace);
  }

  /// Not so where pairs were made up for that were missed: that is under the gold from before.
  private static boolean isUnderMendedGold(Tx tx, Run run) {
    var from = run.rescoreOf();
    return from != null
        && Objects.requireNonNull(RunStore.find(tx, from)).spec().goldRevision()
            < run.spec().goldRevision();
  }

  private @Nullable String unlimited(Tx tx, Run run, @Nullable String trace) {
    start(tx, run, trace);
    return null;
  }

  /// With what was refunded, or, if that has gone to another submission, with one more.
  private @Nullable String again(Tx tx, Run run, int limit, @Nullable String trace) {
    var day = QuotaStore.takeBack(tx, run.id(), limit);
    if (day == null) {
      return fromQuota(tx, run, limit, trace);
    }
    var started = start(tx, run, trace);
    QuotaStore.reserve(tx, run.spec().benchmarkVersion(), run.team(), day, started);
    return null;
  }

  private @Nullable String fromQuota(Tx tx, Run run, int limit, @Nullable String trace) {
    var version = run.spec().benchmarkVersion();
    return switch (QuotaStore.take(tx, version, run.team(), limit)) {
      case Taken.Spent(var perDay, var wait) ->
          "All %d submissions of the day are made; it can be run again in %d h %d min."
              .formatted(perDay, wait.toHours(), wait.toMinutesPart());
      case Taken.Reserved reserved -> {
        var started = start(tx, run, trace);
        QuotaStore.reserve(tx, version, run.team(), reserved.day(), started);
        yield null;
      }
    };
  }

  private UUID start(Tx tx, Run run, @Nullable String trace) {
    return switch (retries.retry(tx, run, 0, trace)) {
      case Retries.Retried.Started(var id) -> id;
      case Retries.Retried.NothingToRetry(var state) ->
          throw new IllegalStateException("run " + run.id() + " is held and yet " + state.word());
    };
  }

  private static boolean isFree(Tx tx, Run run, SubmissionRow row, boolean ours) {
    return ours
        ? !QuotaStore.isRefunded(tx, run.id())
        : run.state() != RunState.PARTIAL && QuotaStore.isSpentOn(tx, row.id());
  }
}

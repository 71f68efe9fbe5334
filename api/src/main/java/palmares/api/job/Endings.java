package palmares.api.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.job.Ending.Accepted;
import palmares.api.job.Ending.Incomplete;
import palmares.api.job.Ending.Superseded;
import palmares.api.job.Ending.Unknown;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.battle.PreferenceStore;
import palmares.db.budget.BudgetStore;
import palmares.db.event.EventStore;
import palmares.db.evidence.EvidenceStore;
import palmares.db.evidence.ResponseStore;
import palmares.db.job.Attempt.Outcome;
import palmares.db.job.AttemptStore;
import palmares.db.job.FailureClass;
import palmares.db.job.Job;
import palmares.db.job.JobStore;
import palmares.db.job.Run;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.job.WorkerStore;

/// Ends attempts: well, by failure, by release, by cancellation, or because nobody heard of them
/// again.
@Singleton
public final class Endings {

  private static final int LONGEST_REASON = 2000;

  private final Database database;
  private final RunPlanner planner;
  private final LedgerConfig config;

  Endings(Database database, RunPlanner planner, LedgerConfig config) {
    this.database = database;
    this.planner = planner;
    this.config = config;
  }

  /// Closes a job whose results have all been delivered: one for each of its examples. How many
  /// there are is counted here, since what is not there would pass for the candidate's gap.
  ///
  /// @param digest the worker's own, over its results: repeats the first answer if the same
  public Ending complete(UUID job, UUID token, Sha256 digest) {
    return database.transact(tx -> {
      var held = JobStore.lock(tx, job);
      if (held == null) {
        return new Unknown(job);
      }
      if (!held.isHeldBy(token)) {
        var earlier = AttemptStore.ofToken(tx, job, token);
        return earlier != null && digest.equals(earlier.digest())
            ? new Accepted()
            : new Superseded();
      }
      var run = Objects.requireNonNull(RunStore.find(tx, held.run()));
      int there = delivered(tx, run, held);
      if (there < held.size()) {
        return new Incomplete(there, held.size());
      }
      var worker = Objects.requireNonNull(held.worker());
      changed(JobStore.done(tx, job, token), held);
      AttemptStore.done(tx, token, digest);
      BudgetStore.settle(tx, job, held.attempts(), reserved -> reserved, "done");
      JobStore.wake(tx);
      jobEnded(tx, held.run());
      WorkerStore.succeeded(tx, worker);
      return new Accepted();
    });
  }

  public Ending fail(
      UUID job, UUID token, FailureClass failure, String reason, @Nullable Duration retryAfter) {
    return database.transact(tx -> {
      var held = JobStore.lock(tx, job);
      var early = unlessHeld(tx, held, job, token, Outcome.FAILED);
      if (held == null || early != null) {
        return early == null ? new Unknown(job) : early;
      }
      failed(tx, held, Outcome.FAILED, failure, shortened(reason), retryAfter);
      return new Accepted();
    });
  }

  /// Gives a job back unharmed.
  public Ending release(UUID job, UUID token) {
    return database.transact(tx -> {
      var held = JobStore.lock(tx, job);
      var early = unlessHeld(tx, held, job, token, Outcome.RELEASED);
      if (held == null || early != null) {
        return early == null ? new Unknown(job) : early;
      }
      AttemptStore.ended(tx, token, Outcome.RELEASED, null, null);
      var run = Objects.requireNonNull(RunStore.find(tx, held.run()));
      payForDelivered(tx, run, held, "given back by its worker");
      if (run.state() == RunState.ACTIVE) {
        changed(JobStore.backToReady(tx, job, token, Duration.ZERO, false, held.worker()), held);
      } else {
        changed(JobStore.cancelled(tx, job, token), held);
        jobEnded(tx, held.run());
      }
      return new Accepted();
    });
  }

  /// Takes a job whose lease has lapsed from its worker: nothing was heard of it, or it was not
  /// renewed any more because the job took too long. The row is held by the caller.
  void lapsed(Tx tx, Job held) {
    if (JobStore.wasHeldFor(tx, held.id(), config.longest())) {
      var reason = "it took more than the " + minutes(config.longest()) + " that a job may take";
      failed(tx, held, Outcome.FAILED, FailureClass.EVALUATOR, reason, null);
      return;
    }
    var reason = "its worker was not heard of for " + config.lease().toSeconds() + " s";
    failed(tx, held, Outcome.LOST, FailureClass.WORKER, reason, null);
  }

  private static String minutes(Duration time) {
    return time.toMinutes() + " minutes";
  }

  /// Closes a held job whose run is being cancelled.
  void cancelled(Tx tx, Job held) {
    var token = Objects.requireNonNull(held.token());
    changed(JobStore.cancelled(tx, held.id(), token), held);
    AttemptStore.ended(tx, token, Outcome.CANCELLED, null, null);
    payForDelivered(tx, Objects.requireNonNull(RunStore.find(tx, held.run())), held, "cancelled");
    jobEnded(tx, held.run());
  }

  /// Takes ended jobs off the run's count, last of all; whoever takes the last one ends the stage.
  void jobsEnded(Tx tx, UUID run, int jobs) {
    if (RunStore.jobsEnded(tx, run, jobs) == 0) {
      planner.stageEnded(tx, RunStore.lock(tx, run));
    }
  }

  private void jobEnded(Tx tx, UUID run) {
    jobsEnded(tx, run, 1);
  }

  private void failed(
      Tx tx,
      Job held,
      Outcome outcome,
      FailureClass failure,
      String reason,
      @Nullable Duration retryAfter) {
    var token = Objects.requireNonNull(held.token());
    var worker = Objects.requireNonNull(held.worker());
    var run = Objects.requireNonNull(RunStore.find(tx, held.run()));
    AttemptStore.ended(tx, token, outcome, failure, reason);
    if (failure == FailureClass.CANDIDATE) {
      BudgetStore.settle(tx, held.id(), held.attempts(), reserved -> reserved, reason);
    } else {
      payForDelivered(tx, run, held, reason);
    }
    if (run.state() == RunState.ACTIVE) {
      var tries = AttemptStore.tries(tx, held.id());
      switch (FailurePolicy.next(config, held, tries, failure, reason, retryAfter)) {
        case FailurePolicy.Next.Again(var after, var costs) -> {
          changed(JobStore.backToReady(tx, held.id(), token, after, costs, worker), held);
          tell(tx, run, held, "job-retried", reason);
        }
        case FailurePolicy.Next.GiveUp(var why) -> {
          changed(JobStore.failed(tx, held.id(), token, failure, why), held);
          RunStore.lock(tx, run.id());
          tell(tx, run, held, "job-failed", why);
          jobEnded(tx, run.id());
        }
      }
    } else {
      changed(JobStore.cancelled(tx, held.id(), token), held);
      jobEnded(tx, run.id());
    }
    if (outcome == Outcome.LOST) {
      WorkerStore.lost(tx, worker, config.quarantine(), config.lease().multipliedBy(2));
    } else if (failure == FailureClass.WORKER) {
      WorkerStore.failed(tx, worker, config.quarantine());
    }
  }

  /// Results stay and no later attempt makes them again, so they are paid for; the rest is not the
  /// team's to pay.
  private static void payForDelivered(Tx tx, Run run, Job job, String reason) {
    BudgetStore.settle(
        tx,
        job.id(),
        job.attempts(),
        reserved -> delivered(tx, run, job) - (job.size() - reserved),
        reason);
  }

  private static void tell(Tx tx, Run run, Job job, String kind, String reason) {
    EventStore.append(
        tx,
        run.subject(),
        kind,
        Map.of("stage", job.stage().word(), "offer", job.offer(), "reason", reason));
  }

  private static int delivered(Tx tx, Run run, Job job) {
    var version = job.evaluatorVersion();
    if (job.against() != null) {
      return PreferenceStore.done(
              tx, PairJobs.pair(run, job), job.firstOrdinal(), job.lastOrdinal())
          .size();
    }
    return version == null
        ? ResponseStore.delivered(tx, run.submissionNo(), job.firstOrdinal(), job.lastOrdinal())
        : EvidenceStore.delivered(
            tx, job.stage(), run.no(), version, job.firstOrdinal(), job.lastOrdinal());
  }

  private static @Nullable Ending unlessHeld(
      Tx tx, @Nullable Job job, UUID id, UUID token, Outcome same) {
    if (job == null) {
      return new Unknown(id);
    }
    if (job.isHeldBy(token)) {
      return null;
    }
    var earlier = AttemptStore.ofToken(tx, id, token);
    return earlier != null && earlier.outcome() == same ? new Accepted() : new Superseded();
  }

  private static void changed(boolean changed, Job job) {
    if (!changed) {
      throw new IllegalStateException("job " + job.id() + " was held and yet changed");
    }
  }

  private static String shortened(String reason) {
    var clean = reason.replace('\0', '\uFFFD');
    return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON);
  }
}

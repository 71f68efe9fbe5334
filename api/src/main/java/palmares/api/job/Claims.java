package palmares.api.job;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.job.ClaimResult.Claimed;
import palmares.api.job.ClaimResult.NotClaimable;
import palmares.api.job.ClaimResult.Superseded;
import palmares.api.job.ClaimResult.Unknown;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.battle.PreferenceStore;
import palmares.db.budget.BudgetStore;
import palmares.db.budget.BudgetStore.Reservation;
import palmares.db.event.EventStore;
import palmares.db.evidence.EvidenceStore;
import palmares.db.evidence.ResponseStore;
import palmares.db.job.AttemptStore;
import palmares.db.job.EvaluatorStore;
import palmares.db.job.Job;
import palmares.db.job.JobState;
import palmares.db.job.JobStore;
import palmares.db.job.Run;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.RunSpec.SystemPart;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.job.Worker;
import palmares.db.job.WorkerStore;

/// Hands a job to the worker that asks for it, with a token that fences all others off.
@Singleton
public final class Claims {

  /// How long a hint that its reader could not use stays away, so that another may read it.
  private static final Duration ELSEWHERE = Duration.ofMillis(250);

  /// How long a retry is kept from the worker that it failed on, while another has room.
  private static final Duration AVOIDED = Duration.ofSeconds(10);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final LedgerConfig config;

  Claims(Database database, LedgerConfig config) {
    this.database = database;
    this.config = config;
  }

  /// @param caller the access token of whoever asks; a worker's own
  /// @param claim made by the worker: the same id is answered with the same token
  public ClaimResult claim(UUID caller, UUID worker, UUID job, UUID claim) {
    return database.transact(tx -> claim(tx, caller, worker, job, claim));
  }

  private ClaimResult claim(Tx tx, UUID caller, UUID workerId, UUID jobId, UUID claim) {
    var worker = WorkerStore.find(tx, workerId);
    if (worker == null || !worker.token().equals(caller)) {
      return new Unknown("worker", workerId);
    }
    var job = JobStore.lock(tx, jobId);
    if (job == null) {
      return new Unknown("job", jobId);
    }
    if (!WorkerStore.mayTake(tx, workerId, jobId)) {
      putBack(tx, job);
      return new Unknown("job", jobId);
    }
    var run = Objects.requireNonNull(RunStore.find(tx, job.run()));
    var earlier = job.attempts() == 0 ? null : AttemptStore.ofClaim(tx, jobId, claim);
    if (earlier != null) {
      return job.isHeldBy(earlier.token())
          ? claimed(tx, run, evaluator(tx, run, job), job, earlier.token())
          : new Superseded();
    }
    var refusal = refusal(tx, worker, run, job);
    if (refusal != null) {
      putBack(tx, job);
      return new NotClaimable(refusal);
    }
    var evaluator = evaluator(tx, run, job);
    var lacking = lacking(tx, run, evaluator, job);
    if (lacking != null) {
      stop(tx, job, lacking);
      return new NotClaimable("its run stops: " + lacking);
    }
    var token = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    var held = JobStore.claim(tx, job, workerId, token, config.lease());
    if (held == null) {
      return new NotClaimable("it was taken this moment");
    }
    AttemptStore.insert(tx, jobId, held.attempts(), workerId, claim, token);
    return claimed(tx, run, evaluator, held, token);
  }

  /// A hint that came to the wrong reader is written again for another.
  private static void putBack(Tx tx, Job job) {
    if (job.state() == JobState.DISPATCHED) {
      JobStore.undispatched(tx, job.id(), ELSEWHERE);
    }
  }

  private static @Nullable String refusal(Tx tx, Worker worker, Run run, Job job) {
    return switch (job.state()) {
      case CLAIMED -> "another worker holds it";
      case DONE, FAILED, CANCELLED -> "it is " + job.state().word();
      case READY, DISPATCHED -> refusalOfOpen(tx, worker, run, job);
    };
  }

  private static @Nullable String refusalOfOpen(Tx tx, Worker worker, Run run, Job job) {
    if (run.state() != RunState.ACTIVE) {
      return "its run is " + run.state().word();
    }
    if (!worker.isLive()) {
      return "this worker is " + worker.state();
    }
    if (!worker.offers().contains(job.offer())) {
      return "this worker does not offer " + job.offer();
    }
    if (!JobStore.isDue(tx, job.id())) {
      return "its next try is not due yet";
    }
    boolean avoided =
        worker.id().equals(job.lastWorker())
            && JobStore.isYounger(tx, job.id(), AVOIDED)
            && WorkerStore.anotherIsFree(tx, worker.id(), job.id());
    return avoided ? "it failed on this worker, and another has room" : null;
  }

  /// Reserves what the job costs; else says what is lacking, in words.
  private static @Nullable String lacking(
      Tx tx, Run run, @Nullable EvaluatorPart evaluator, Job job) {
    var price = evaluator == null ? system(run).price() : evaluator.price();
    if (price.costsNothing()) {
      return null;
    }
    var work =
        new BudgetStore.Work(
            run.team(),
            run.spec().benchmarkVersion(),
            run.id(),
            job.id(),
            job.attempts() + 1,
            job.size() - done(tx, run, job).size());
    return switch (BudgetStore.reserve(tx, work, price)) {
      case Reservation.Made() -> null;
      case Reservation.Lacking(var why) -> why;
    };
  }

  /// Workers finish what they hold, since that is paid for; the sweeper closes the rest.
  private static void stop(Tx tx, Job job, String why) {
    if (RunStore.change(tx, job.run(), RunState.ACTIVE, RunState.STOPPING)) {
      var subject = RunStore.lock(tx, job.run()).subject();
      EventStore.append(tx, subject, "stopping", Map.of("reason", why));
      JobStore.wake(tx);
    }
  }

  private static Claimed claimed(
      Tx tx, Run run, @Nullable EvaluatorPart evaluator, Job job, UUID token) {
    var documents = RunStore.documents(tx, run);
    if (evaluator == null) {
      return new Claimed(
          job,
          token,
          system(run).settings(),
          documents.inputs(),
          null,
          null,
          done(tx, run, job),
          run.trace());
    }
    var gold = documents.gold();
    if (gold == null) {
      throw new IllegalStateException(
          "benchmark version %s has no gold of revision %d"
              .formatted(run.spec().benchmarkVersion(), run.spec().goldRevision()));
    }
    return new Claimed(
        job,
        token,
        evaluator.settings(),
        gold,
        run.responses(),
        job.against() == null ? null : RunStore.responses(tx, job.against()),
        done(tx, run, job),
        run.trace());
  }

  /// Whether `sha256` names a document that the holder of `token` was given with its claim.
  public boolean mayRead(UUID caller, UUID job, UUID token, Sha256 sha256) {
    return database.transact(tx -> {
      var held = JobStore.find(tx, job);
      if (held == null || !held.isHeldBy(token) || !holds(tx, caller, held)) {
        return false;
      }
      var run = Objects.requireNonNull(RunStore.find(tx, held.run()));
      var claimed = claimed(tx, run, evaluator(tx, run, held), held, token);
      return sha256.equals(claimed.inputs())
          || sha256.equals(claimed.responses())
          || sha256.equals(claimed.against());
    });
  }

  /// Whether `token` was given to a worker of someone else, who alone may speak under it.
  public boolean isForeign(UUID caller, UUID job, UUID token) {
    return database.transact(tx -> AttemptStore.isForeign(tx, job, token, caller));
  }

  private static boolean holds(Tx tx, UUID caller, Job job) {
    var worker = job.worker() == null ? null : WorkerStore.find(tx, job.worker());
    return worker != null && worker.token().equals(caller);
  }

  private static SystemPart system(Run run) {
    return Objects.requireNonNull(run.spec().system());
  }

  /// What the job asks for; null in the stage that gives responses.
  private static @Nullable EvaluatorPart evaluator(Tx tx, Run run, Job job) {
    var version = job.evaluatorVersion();
    return version == null
        ? null
        : run.spec().evaluators().get(EvaluatorStore.of(tx, run.id()).indexOf(version));
  }

  private static List<Integer> done(Tx tx, Run run, Job job) {
    var version = job.evaluatorVersion();
    if (job.against() != null) {
      return PreferenceStore.done(
          tx, PairJobs.pair(run, job), job.firstOrdinal(), job.lastOrdinal());
    }
    return version == null
        ? ResponseStore.done(tx, run.submissionNo(), job.firstOrdinal(), job.lastOrdinal())
        : EvidenceStore.done(
            tx, job.stage(), run.no(), version, job.firstOrdinal(), job.lastOrdinal());
  }
}

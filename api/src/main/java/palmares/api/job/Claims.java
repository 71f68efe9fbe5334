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
import palmares.db.budget.BudgetStore;
import palmares.db.budget.BudgetStore.Reservation;
import palmares.db.budget.Price;
import palmares.db.event.EventStore;
import palmares.db.evidence.EvidenceStore;
import palmares.db.evidence.ResponseStore;
import palmares.db.job.AttemptStore;
import palmares.db.job.EvaluatorStore;
import palmares.db.job.Job;
import palmares.db.job.JobState;
import palmares.db.job.JobStore;
import palmares.db.job.Run;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.job.Stage;
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
    var earlier = AttemptStore.ofClaim(tx, jobId, claim);
    if (earlier != null) {
      return job.isHeldBy(earlier.token()) ? claimed(tx, job, earlier.token()) : new Superseded();
    }
    var refusal = refusal(tx, worker, job);
    if (refusal != null) {
      if (job.state() == JobState.DISPATCHED) {
        JobStore.undispatched(tx, job.id(), ELSEWHERE);
      }
      return new NotClaimable(refusal);
    }
    var lacking = lacking(tx, job);
    if (lacking != null) {
      stop(tx, job, lacking);
      return new NotClaimable("its run stops: " + lacking);
    }
    var token = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    if (!JobStore.claim(tx, job, workerId, token, config.lease())) {
      return new NotClaimable("it was taken this moment");
    }
    AttemptStore.insert(tx, jobId, job.attempts() + 1, workerId, claim, token);
    return claimed(tx, Objects.requireNonNull(JobStore.find(tx, jobId)), token);
  }

  private static @Nullable String refusal(Tx tx, Worker worker, Job job) {
    return switch (job.state()) {
      case CLAIMED -> "another worker holds it";
      case DONE, FAILED, CANCELLED -> "it is " + job.state().word();
      case READY, DISPATCHED -> refusalOfOpen(tx, worker, job);
    };
  }

  private static @Nullable String refusalOfOpen(Tx tx, Worker worker, Job job) {
    var run = Objects.requireNonNull(RunStore.find(tx, job.run()));
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
            && WorkerStore.anotherIsFree(tx, worker.id(), job.offer());
    return avoided ? "it failed on this worker, and another has room" : null;
  }

  /// Reserves what the job costs; else says what is lacking, in words.
  private static @Nullable String lacking(Tx tx, Job job) {
    var run = Objects.requireNonNull(RunStore.find(tx, job.run()));
    var price = price(tx, run, job);
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

  private static Claimed claimed(Tx tx, Job job, UUID token) {
    var run = Objects.requireNonNull(RunStore.find(tx, job.run()));
    var documents = RunStore.documents(tx, run);
    boolean generate = job.stage() == Stage.GENERATE;
    var gold = documents.gold();
    if (!generate && gold == null) {
      throw new IllegalStateException(
          "benchmark version %s has no gold of revision %d"
              .formatted(run.spec().benchmarkVersion(), run.spec().goldRevision()));
    }
    return new Claimed(
        job,
        token,
        settings(tx, run, job),
        generate || gold == null ? documents.inputs() : gold,
        generate ? null : run.responses(),
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
      var claimed = claimed(tx, held, token);
      return sha256.equals(claimed.inputs()) || sha256.equals(claimed.responses());
    });
  }

  private static boolean holds(Tx tx, UUID caller, Job job) {
    var worker = job.worker() == null ? null : WorkerStore.find(tx, job.worker());
    return worker != null && worker.token().equals(caller);
  }

  private static Price price(Tx tx, Run run, Job job) {
    var version = job.evaluatorVersion();
    if (version == null) {
      return Objects.requireNonNull(run.spec().system()).price();
    }
    int position = EvaluatorStore.of(tx, run.id()).indexOf(version);
    return run.spec().evaluators().get(position).price();
  }

  private static Map<String, String> settings(Tx tx, Run run, Job job) {
    var version = job.evaluatorVersion();
    if (version == null) {
      return Objects.requireNonNull(run.spec().system()).settings();
    }
    int position = EvaluatorStore.of(tx, run.id()).indexOf(version);
    return run.spec().evaluators().get(position).settings();
  }

  private static List<Integer> done(Tx tx, Run run, Job job) {
    var version = job.evaluatorVersion();
    return version == null
        ? ResponseStore.done(tx, run.submissionNo(), job.firstOrdinal(), job.lastOrdinal())
        : EvidenceStore.done(
            tx, job.stage(), run.no(), version, job.firstOrdinal(), job.lastOrdinal());
  }
}

package palmares.api.work;

import static io.micronaut.http.HttpStatus.CONFLICT;
import static io.micronaut.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.api.evaluator.Descriptions;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.job.ClaimResult;
import palmares.api.job.Claims;
import palmares.api.job.Ending;
import palmares.api.job.Endings;
import palmares.api.job.LedgerConfig;
import palmares.api.job.Results;
import palmares.api.job.Workers;
import palmares.api.page.Ids;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.ClaimRequest;
import palmares.contract.work.Work.Completion;
import palmares.contract.work.Work.Cost;
import palmares.contract.work.Work.Failure;
import palmares.contract.work.Work.Heartbeat;
import palmares.contract.work.Work.HeartbeatAnswer;
import palmares.contract.work.Work.Registered;
import palmares.contract.work.Work.Registration;
import palmares.contract.work.Work.Release;
import palmares.contract.work.WorkApi;
import palmares.db.Sha256;
import palmares.db.blob.BlobStore;
import palmares.db.budget.Price;
import palmares.db.job.FailureClass;

@Controller("/api/v1")
class WorkController implements WorkApi {

  private final Callers callers;
  private final Workers workers;
  private final Claims claims;
  private final Results results;
  private final Endings endings;
  private final BlobStore blobs;
  private final Descriptions descriptions;
  private final LedgerConfig config;

  WorkController(
      Callers callers,
      Workers workers,
      Claims claims,
      Results results,
      Endings endings,
      BlobStore blobs,
      Descriptions descriptions,
      LedgerConfig config) {
    this.callers = callers;
    this.workers = workers;
    this.claims = claims;
    this.results = results;
    this.endings = endings;
    this.blobs = blobs;
    this.descriptions = descriptions;
    this.config = config;
  }

  @Override
  @Access(Access.To.WORKERS)
  public Registered register(Registration registration) {
    var caller = callers.worker();
    var id =
        checked(() ->
            workers.register(
                caller.token(),
                caller.reach(),
                registration.name(),
                registration.capabilities(),
                registration.offers().stream()
                    .map(offer ->
                        new Workers.Offer(
                            offer.id(),
                            offer.version(),
                            offer.kind(),
                            offer.floor(),
                            offer.ceiling(),
                            price(offer.costPerExample())))
                    .toList(),
                registration.slots()));
    if (caller.reach().isOperators()) {
      descriptions.heard(registration.offers());
    }
    return new Registered(id.toString(), config.heartbeat().toMillis(), config.lease().toMillis());
  }

  private static @Nullable Price price(@Nullable Cost cost) {
    return cost == null ? null : new Price(cost.micros(), cost.tokens());
  }

  @Override
  @Access(Access.To.WORKERS)
  public HeartbeatAnswer heartbeat(String worker, Heartbeat heartbeat) {
    var leases =
        heartbeat.leases().stream()
            .map(lease -> new Workers.Lease(id("job", lease.job()), token(lease.token())))
            .toList();
    var beat =
        workers.heartbeat(
            callers.worker().token(),
            id("worker", worker),
            leases,
            Math.max(0, heartbeat.busy()),
            heartbeat.draining());
    if (beat == null) {
      throw Refused.notFound("worker", worker);
    }
    return new HeartbeatAnswer(
        beat.abandon().stream().map(UUID::toString).toList(),
        config.lease().toMillis(),
        beat.state());
  }

  @Override
  @Access(Access.To.WORKERS)
  @Status(HttpStatus.NO_CONTENT)
  public void leave(String worker) {
    if (!workers.leave(callers.worker().token(), id("worker", worker))) {
      throw Refused.notFound("worker", worker);
    }
  }

  @Override
  @Access(Access.To.WORKERS)
  public Claim claim(String job, ClaimRequest request) {
    var result =
        claims.claim(
            callers.worker().token(),
            id("worker", request.worker()),
            id("job", job),
            id("claim", request.claim()));
    return switch (result) {
      case ClaimResult.Claimed claimed -> claim(claimed);
      case ClaimResult.NotClaimable(var reason) ->
          throw Refused.of(
              "not-claimable", CONFLICT, "Job " + job + " is not to be had: " + reason + ".");
      case ClaimResult.Superseded() -> throw superseded(job);
      case ClaimResult.Unknown(var what, var id) -> throw Refused.notFound(what, id.toString());
    };
  }

  private Claim claim(ClaimResult.Claimed claimed) {
    var job = claimed.job();
    var responses = claimed.responses();
    var against = claimed.against();
    return new Claim(
        job.id().toString(),
        job.run().toString(),
        claimed.token().toString(),
        job.attempts(),
        config.lease().toMillis(),
        job.stage().word(),
        job.offer(),
        claimed.settings(),
        job.firstOrdinal(),
        job.lastOrdinal(),
        claimed.inputs().hex(),
        responses == null ? null : responses.hex(),
        against == null ? null : against.hex(),
        claimed.done(),
        claimed.trace());
  }

  @Override
  @Access(Access.To.WORKERS)
  public HttpResponse<?> document(String job, String sha256, String token) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw Refused.notFound("document", sha256);
    }
    var digest = new Sha256(sha256);
    if (!claims.mayRead(callers.worker().token(), id("job", job), token(token), digest)) {
      throw Refused.notFound("document", sha256);
    }
    return HttpResponse.ok(new StreamedFile(blobs.open(digest), MediaType.of("application/jsonl")));
  }

  @Override
  @Access(Access.To.WORKERS)
  @Status(HttpStatus.NO_CONTENT)
  public void results(String job, String token, String batch, byte[] lines) {
    var lease = own(job, token);
    if (!batch.matches("[A-Za-z0-9-]{1,64}")) {
      throw Refused.badRequest(
          "%s must be 1 to 64 letters, digits and hyphens: '%s'."
              .formatted(BATCH_HEADER, Problems.shown(batch)));
    }
    var read = new CheckedBatch(batch, Sha256.of(lines), checked(() -> ResultLines.read(lines)));
    var stored = results.store(lease.job(), lease.token(), read);
    switch (stored) {
      case Results.Stored.Taken taken -> {}
      case Results.Stored.Different() ->
          throw Refused.because(
              CONFLICT, "Batch " + batch + " of job " + job + " came before with other results.");
      case Results.Stored.Superseded() -> throw superseded(job);
      case Results.Stored.Foreign(var ordinal, var first, var last) ->
          throw Refused.because(
              UNPROCESSABLE_ENTITY,
              "ordinal %d is not of this job, which has %d..%d.".formatted(ordinal, first, last));
    }
  }

  @Override
  @Access(Access.To.WORKERS)
  @Status(HttpStatus.NO_CONTENT)
  public void complete(String job, Completion completion) {
    var lease = own(job, completion.token());
    var digest = checked(() -> new Sha256(completion.digest()));
    answer(job, endings.complete(lease.job(), lease.token(), digest));
  }

  @Override
  @Access(Access.To.WORKERS)
  @Status(HttpStatus.NO_CONTENT)
  public void fail(String job, Failure failure) {
    var lease = own(job, failure.token());
    var failureClass = checked(() -> FailureClass.of(failure.failureClass()));
    var millis = failure.retryAfterMillis();
    var after = millis == null || millis < 0 ? null : Duration.ofMillis(millis);
    answer(job, endings.fail(lease.job(), lease.token(), failureClass, failure.reason(), after));
  }

  @Override
  @Access(Access.To.WORKERS)
  @Status(HttpStatus.NO_CONTENT)
  public void release(String job, Release release) {
    var lease = own(job, release.token());
    answer(job, endings.release(lease.job(), lease.token()));
  }

  /// What the caller reports on: a lease is good in the hands of the worker that it was given to.
  private Workers.Lease own(String job, String token) {
    var lease = new Workers.Lease(id("job", job), token(token));
    if (claims.isForeign(callers.worker().token(), lease.job(), lease.token())) {
      throw Refused.notFound("job", job);
    }
    return lease;
  }

  private static void answer(String job, Ending ending) {
    switch (ending) {
      case Ending.Accepted() -> {}
      case Ending.Superseded() -> throw superseded(job);
      case Ending.Incomplete(var there, var wanted) ->
          throw Refused.of(
              "incomplete",
              UNPROCESSABLE_ENTITY,
              "Job %s cannot be closed: %d of %d results are here.".formatted(job, there, wanted));
      case Ending.Unknown(var id) -> throw Refused.notFound("job", id.toString());
    }
  }

  private static Refused superseded(String job) {
    return Refused.of(
        "superseded",
        CONFLICT,
        "The token is not current: job " + job + " has gone on without it.");
  }

  private static UUID id(String what, String text) {
    return Ids.parse(what, text);
  }

  private static UUID token(String text) {
    return Ids.parse("lease", text);
  }

  static <T> T checked(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw Refused.because(
          UNPROCESSABLE_ENTITY, Problems.shown(String.valueOf(e.getMessage())) + ".");
    }
  }
}

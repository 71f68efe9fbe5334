package palmares.contract.work;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.ClaimRequest;
import palmares.contract.work.Work.Completion;
import palmares.contract.work.Work.Failure;
import palmares.contract.work.Work.Heartbeat;
import palmares.contract.work.Work.HeartbeatAnswer;
import palmares.contract.work.Work.Registered;
import palmares.contract.work.Work.Registration;
import palmares.contract.work.Work.Release;

/// What a worker may do: register, claim, renew, deliver, close. Every call can be repeated.
///
/// A superseded token is answered 409 with the problem type `urn:palmares:problem:superseded`; a
/// job that is not to be had 409 with `urn:palmares:problem:not-claimable`.
public interface WorkApi {

  String LEASE_HEADER = "X-Palmares-Lease";
  String BATCH_HEADER = "X-Palmares-Batch";

  @Post("/work/workers")
  Registered register(@Body Registration registration);

  @Post("/work/workers/{worker}/heartbeat")
  HeartbeatAnswer heartbeat(@PathVariable String worker, @Body Heartbeat heartbeat);

  /// Says goodbye: what it still holds is free at once.
  @Delete("/work/workers/{worker}")
  void leave(@PathVariable String worker);

  @Post("/work/jobs/{job}/claim")
  Claim claim(@PathVariable String job, @Body ClaimRequest request);

  /// An immutable document that the caller's current claim names.
  @Get(value = "/work/jobs/{job}/documents/{sha256}", produces = "application/jsonl")
  HttpResponse<?> document(
      @PathVariable String job, @PathVariable String sha256, @Header(LEASE_HEADER) String token);

  /// A batch of at most 2,000 lines or 4 MiB of [Work.ResponseResult] or [Work.ScoreResult].
  ///
  /// @param batch made by the worker, 1 to 64 letters, digits and hyphens: what comes again under
  ///   it is stored once, and refused if it says something else
  @Consumes("application/jsonl")
  @Post("/work/jobs/{job}/results")
  void results(
      @PathVariable String job,
      @Header(LEASE_HEADER) String token,
      @Header(BATCH_HEADER) String batch,
      @Body byte[] lines);

  @Post("/work/jobs/{job}/complete")
  void complete(@PathVariable String job, @Body Completion completion);

  @Post("/work/jobs/{job}/fail")
  void fail(@PathVariable String job, @Body Failure failure);

  /// Gives a job back unharmed, as a worker does that is being stopped; costs no attempt.
  @Post("/work/jobs/{job}/release")
  void release(@PathVariable String job, @Body Release release);
}

package palmares.worker.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.ClaimRequest;
import palmares.contract.work.Work.Completion;
import palmares.contract.work.Work.Failure;
import palmares.contract.work.Work.Heartbeat;
import palmares.contract.work.Work.HeartbeatAnswer;
import palmares.contract.work.Work.Registered;
import palmares.contract.work.Work.Registration;
import palmares.contract.work.Work.Release;
import palmares.contract.work.WorkApi;

/// The calls of [WorkApi] as a worker makes them. Every call can be repeated; those under a lease
/// repeat themselves while the api is away.
public final class WorkClient {

  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration DOCUMENT = Duration.ofMinutes(5);

  private final ApiCalls calls;
  private final Backoff backoff;

  public WorkClient(URI api, String token, Backoff backoff) {
    this.calls = new ApiCalls(api, token);
    this.backoff = backoff;
  }

  public Registered register(Registration registration) throws ApiException, InterruptedException {
    return calls.send(post("/work/workers", registration, SHORT), Registered.class);
  }

  /// Not repeated by itself: the next heartbeat is the repetition.
  public HeartbeatAnswer heartbeat(String worker, Heartbeat heartbeat, Duration timeout)
      throws ApiException, InterruptedException {
    var request = post("/work/workers/" + worker + "/heartbeat", heartbeat, timeout);
    return calls.send(request, HeartbeatAnswer.class);
  }

  public void leave(String worker) throws ApiException, InterruptedException {
    calls.send(calls.request("/work/workers/" + worker, SHORT).DELETE().build());
  }

  /// Asks twice at most: what the api gave away with an answer that got lost comes back with the
  /// second, and while it is away the hint is not worth waiting for.
  public ClaimAnswer claim(String job, ClaimRequest claim)
      throws ApiException, InterruptedException {
    long before = System.nanoTime();
    var request = post(path(job, "claim"), claim, SHORT);
    var twice = new Backoff(backoff.first(), backoff.longest(), Math.min(2, backoff.attempts()));
    try {
      var granted = repeated(twice, () -> calls.send(request, Claim.class));
      return new ClaimAnswer.Granted(granted, before);
    } catch (ApiRefusalException e) {
      // The pool's token is not good for a job that is not found.
      if (e.status() == 409 || e.status() == 404) {
        return new ClaimAnswer.NotClaimable(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /// Fetches a document that the claim names into a file, without looking at what it got.
  public void document(JobKey job, String sha256, Path file)
      throws ApiException, InterruptedException {
    var request =
        underLease(calls.request(path(job.job(), "documents/" + sha256), LONG), job)
            .setHeader("Accept", "application/jsonl, application/problem+json")
            .build();
    repeated(
        backoff,
        () -> {
          calls.download(request, file, DOCUMENT);
          return true;
        });
  }

  /// @param gzip JSON lines, compressed
  public void results(JobKey job, String batch, byte[] gzip)
      throws ApiException, InterruptedException {
    var request =
        underLease(calls.request(path(job.job(), "results"), LONG), job)
            .header(WorkApi.BATCH_HEADER, batch)
            .header("Content-Type", "application/jsonl")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(gzip))
            .build();
    sendRepeatedly(request);
  }

  public void complete(JobKey job, String digest, int results)
      throws ApiException, InterruptedException {
    close(job, "complete", new Completion(job.token(), digest, results));
  }

  /// @param retryAfter how long to leave the job alone, where its cause said so
  public void fail(JobKey job, String failureClass, String reason, @Nullable Duration retryAfter)
      throws ApiException, InterruptedException {
    var millis = retryAfter == null ? null : retryAfter.toMillis();
    close(job, "fail", new Failure(job.token(), failureClass, reason, millis));
  }

  public void release(JobKey job) throws ApiException, InterruptedException {
    close(job, "release", new Release(job.token()));
  }

  private void close(JobKey job, String how, Object body)
      throws ApiException, InterruptedException {
    sendRepeatedly(
        underLease(json(path(job.job(), how), SHORT), job).POST(calls.body(body)).build());
  }

  private void sendRepeatedly(HttpRequest request) throws ApiException, InterruptedException {
    repeated(
        backoff,
        () -> {
          calls.send(request);
          return true;
        });
  }

  private HttpRequest post(String path, Object body, Duration timeout) {
    return json(path, timeout).POST(calls.body(body)).build();
  }

  private HttpRequest.Builder json(String path, Duration timeout) {
    return calls.request(path, timeout).header("Content-Type", "application/json");
  }

  private static HttpRequest.Builder underLease(HttpRequest.Builder request, JobKey job) {
    var traceparent = job.traceparent();
    if (traceparent != null) {
      request.header("traceparent", traceparent);
    }
    return request.header(WorkApi.LEASE_HEADER, job.token());
  }

  private static String path(String job, String rest) {
    return "/work/jobs/" + job + "/" + rest;
  }

  private static <T> T repeated(Backoff backoff, Call<T> call)
      throws ApiException, InterruptedException {
    for (int failure = 1; ; failure++) {
      try {
        return call.make();
      } catch (ApiUnavailableException e) {
        if (failure >= backoff.attempts()) {
          throw e;
        }
        var asked = e.retryAfter();
        var own = backoff.after(failure);
        Thread.sleep(asked != null && asked.compareTo(own) > 0 ? asked : own);
      }
    }
  }

  private interface Call<T> {
    T make() throws ApiException, InterruptedException;
  }
}

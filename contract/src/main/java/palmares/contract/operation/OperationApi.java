package palmares.contract.operation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.Doctor;
import palmares.contract.operation.Operation.FailedJob;
import palmares.contract.operation.Operation.Health;
import palmares.contract.operation.Operation.Quarantine;
import palmares.contract.operation.Operation.QueueStatus;
import palmares.contract.operation.Operation.WorkerAttempt;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.contract.page.Page;

/// For operators. What is about health is open to everyone and names no detail.
public interface OperationApi {

  /// Whether the process lives: answers 200 also while the database is down, and says so.
  @Get("/health")
  Health health();

  /// Whether it can work: the same, with 503 while it cannot.
  @Get("/health/ready")
  HttpResponse<Health> ready();

  /// What the doctor counts, the queues and the workers, as Prometheus reads them.
  @Get(value = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
  String metrics();

  @Get("/workers")
  List<WorkerStatus> workers();

  /// Gives a worker that somebody has doubts about no more jobs; it finishes those it has. Holds,
  /// for its token and name, until it is readmitted, also when it starts again.
  @Post("/workers/{id}/quarantine")
  WorkerStatus quarantine(@PathVariable String id, @Body Quarantine quarantine);

  /// Lets a quarantined worker take jobs again.
  @Post("/workers/{id}/readmit")
  WorkerStatus readmit(@PathVariable String id);

  /// Gives a worker no more jobs; it finishes those it has. Holds, for its token and name, until it
  /// is resumed, also when it starts again.
  @Post("/workers/{id}/pause")
  WorkerStatus pause(@PathVariable String id);

  /// Lets a paused worker take jobs again.
  @Post("/workers/{id}/resume")
  WorkerStatus resume(@PathVariable String id);

  /// Has a worker finish the jobs it has, say goodbye and end.
  @Post("/workers/{id}/drain")
  WorkerStatus drain(@PathVariable String id);

  /// What a worker took, newest first, and what became of it.
  @Get("/workers/{id}/attempts")
  Page<WorkerAttempt> attempts(
      @PathVariable String id,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// @param deep `true` also reads the content of every stored file and makes every snapshot of
  ///   every leaderboard again, not only the newest that were not looked at yet
  @Get("/doctor")
  Doctor doctor(@QueryValue @Nullable String deep);

  /// Where work waits, and since when there has been no worker for it.
  @Get("/queues")
  List<QueueStatus> queues();

  /// Jobs that were given up, newest first.
  @Get("/failed-jobs")
  Page<FailedJob> failedJobs(
      @QueryValue @Nullable String cursor, @QueryValue @Nullable Integer limit);
}

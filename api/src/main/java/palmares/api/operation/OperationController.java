package palmares.api.operation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.job.Workers;
import palmares.api.job.Workers.Order;
import palmares.api.job.Workers.Ordered;
import palmares.api.page.Cursor;
import palmares.api.page.Flags;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.operation.Operation.Doctor;
import palmares.contract.operation.Operation.FailedJob;
import palmares.contract.operation.Operation.Health;
import palmares.contract.operation.Operation.NextAttempt;
import palmares.contract.operation.Operation.Quarantine;
import palmares.contract.operation.Operation.QueueStatus;
import palmares.contract.operation.Operation.WorkerAttempt;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.contract.operation.OperationApi;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.job.AttemptStore;
import palmares.db.job.LedgerStore;
import palmares.db.job.Worker;
import palmares.db.job.WorkerStore;

@Controller("/api/v1")
class OperationController implements OperationApi {

  private static final Logger LOG = LoggerFactory.getLogger(OperationController.class);

  private final Database database;
  private final Workers workers;
  private final Examination examination;
  private final Callers callers;
  private final Clock clock;

  OperationController(
      Database database, Workers workers, Examination examination, Callers callers, Clock clock) {
    this.clock = clock;
    this.callers = callers;
    this.database = database;
    this.workers = workers;
    this.examination = examination;
  }

  @Override
  @Access(Access.To.EVERYONE)
  public Health health() {
    var database = isDatabaseUp() ? "up" : "down";
    var version = OperationController.class.getPackage().getImplementationVersion();
    return new Health(
        database, Objects.requireNonNullElse(version, "unreleased"), Map.of("database", database));
  }

  @Override
  @Access(Access.To.EVERYONE)
  public HttpResponse<Health> ready() {
    var health = health();
    return health.status().equals("up")
        ? HttpResponse.ok(health)
        : HttpResponse.<Health>status(HttpStatus.SERVICE_UNAVAILABLE).body(health);
  }

  @Override
  @Access(Access.To.ADMIN)
  public String metrics() {
    var meters = new Meters();
    meters.doctor(examination.examine(false));
    meters.queues(database.transact(LedgerStore::open), clock.instant());
    meters.workers(workers.recent());
    return meters.text();
  }

  private boolean isDatabaseUp() {
    try {
      return database.transact(WorkerStore::liveCapabilities) != null;
    } catch (RuntimeException e) {
      LOG.warn("the database does not answer: {}", e.getMessage());
      return false;
    }
  }

  @Override
  @Access(Access.To.ADMIN)
  public List<WorkerStatus> workers() {
    var reasons = database.transact(LedgerStore::quarantines);
    return workers.recent().stream()
        .map(worker -> status(worker, reasons.get(worker.id())))
        .toList();
  }

  @Override
  @Access(Access.To.ADMIN)
  public WorkerStatus readmit(String id) {
    return ordered(id, Order.READMIT);
  }

  @Override
  @Access(Access.To.ADMIN)
  public WorkerStatus pause(String id) {
    return ordered(id, Order.PAUSE);
  }

  @Override
  @Access(Access.To.ADMIN)
  public WorkerStatus resume(String id) {
    return ordered(id, Order.RESUME);
  }

  @Override
  @Access(Access.To.ADMIN)
  public WorkerStatus drain(String id) {
    return ordered(id, Order.DRAIN);
  }

  @Override
  @Access(Access.To.ADMIN)
  public WorkerStatus quarantine(String id, Quarantine quarantine) {
    var reason = quarantine.reason().strip();
    if (reason.isEmpty()
        || reason.length() > Quarantine.LONGEST_REASON
        || !Problems.isPrintable(reason)) {
      throw Refused.badRequest(
          "reason must be 1 to " + Quarantine.LONGEST_REASON + " printable characters.");
    }
    var by = callers.person().account();
    var status = told(id, workers.quarantine(by, Ids.parse("worker", id), reason));
    return workers().stream().filter(each -> each.id().equals(id)).findFirst().orElse(status);
  }

  private WorkerStatus ordered(String id, Order order) {
    var by = callers.person().account();
    return told(id, workers.order(by, Ids.parse("worker", id), order));
  }

  private static WorkerStatus told(String id, Ordered ordered) {
    return switch (ordered) {
      case Ordered.Done(var worker) -> status(worker);
      case Ordered.NotNow(var worker) ->
          throw Refused.because(
              HttpStatus.CONFLICT, "Worker %s is %s.".formatted(worker.name(), worker.state()));
      case Ordered.Unknown() -> throw Refused.notFound("worker", id);
    };
  }

  private static WorkerStatus status(Worker worker) {
    return status(worker, null);
  }

  private static WorkerStatus status(Worker worker, @Nullable String reason) {
    return new WorkerStatus(
        worker.id().toString(),
        worker.name(),
        worker.pool(),
        worker.state(),
        worker.since(),
        worker.lastSeen(),
        worker.slots(),
        worker.busy(),
        worker.capabilities(),
        worker.offers(),
        reason);
  }

  @Override
  @Access(Access.To.ADMIN)
  public Page<WorkerAttempt> attempts(String id, @Nullable String cursor, @Nullable Integer limit) {
    var worker = Ids.parse("worker", id);
    var size = Pages.limit(limit);
    var after = after(cursor);
    var rows =
        database.transact(tx -> {
          if (WorkerStore.find(tx, worker) == null) {
            throw Refused.notFound("worker", id);
          }
          return AttemptStore.ofWorker(tx, worker, after, size + 1);
        });
    return Pages.of(
        rows, size, row -> Cursor.after(row.claimedAt(), row.job()), OperationController::attempt);
  }

  private static WorkerAttempt attempt(palmares.db.job.WorkerAttempt row) {
    var next = row.next();
    return new WorkerAttempt(
        row.job().toString(),
        row.stage(),
        row.offer(),
        row.number(),
        row.claimedAt(),
        row.endedAt(),
        row.outcome(),
        next == null ? null : new NextAttempt(next.worker(), next.claimedAt(), next.outcome()));
  }

  private static LedgerStore.@Nullable After after(@Nullable String cursor) {
    var from = Cursor.parse(cursor, 2);
    return from == null
        ? null
        : new LedgerStore.After(from.instant(0), Ids.parse("page", from.key(1)));
  }

  @Override
  @Access(Access.To.ADMIN)
  public Doctor doctor(@Nullable String deep) {
    return examination.examine(Flags.parse("deep", deep));
  }

  @Override
  @Access(Access.To.ADMIN)
  public List<QueueStatus> queues() {
    return database.transact(LedgerStore::open).stream()
        .map(each ->
            new QueueStatus(
                each.capability(),
                each.offer(),
                each.waiting(),
                each.delayed(),
                each.dispatched() + each.claimed(),
                each.oldest(),
                each.workers(),
                each.slots(),
                each.busy(),
                each.lastWorker()))
        .toList();
  }

  @Override
  @Access(Access.To.ADMIN)
  public Page<FailedJob> failedJobs(@Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var after = after(cursor);
    var rows = database.transact(tx -> LedgerStore.failed(tx, after, size + 1));
    return Pages.of(
        rows,
        size,
        row -> Cursor.after(row.at(), row.id()),
        row ->
            new FailedJob(
                row.id().toString(),
                row.submission().toString(),
                row.team(),
                row.system(),
                row.benchmark(),
                row.version(),
                row.stage(),
                row.offer(),
                row.failureClass().word(),
                row.reason(),
                row.attempts(),
                row.at()));
  }
}

package palmares.launcher.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.Doctor;
import palmares.contract.operation.Operation.WorkerAttempt;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.launcher.client.ApiConnection;

/// Kills the second worker while it holds a job, and asks the ledger what became of that.
final class CrashScene {

  private static final String DONE_TWICE = "jobs done more than once, or without a done attempt";

  private final ApiConnection api;
  private final SecondWorker worker;
  private @Nullable Instant killedAt;

  CrashScene(ApiConnection api, SecondWorker worker) {
    this.api = api;
    this.worker = worker;
  }

  /// Looks once, and kills if it holds a job.
  void look() {
    if (killedAt == null && attempts().stream().anyMatch(each -> each.outcome() == null)) {
      killedAt = Instant.now();
      worker.kill();
    }
  }

  /// When all runs have ended.
  ///
  /// @param lost scores that are not there
  Crash end(int lost) {
    var doctor = api.get("/doctor", Doctor.class);
    var doubled =
        Objects.requireNonNull(doctor.checks().get(DONE_TWICE), "the doctor counts " + DONE_TWICE);
    return Crash.of(killedAt, attempts(), lost, doubled);
  }

  private List<WorkerAttempt> attempts() {
    return id().map(
            id -> api.allPages("/workers/" + id + "/attempts", Map.of(), WorkerAttempt.class))
        .orElse(List.of());
  }

  private Optional<String> id() {
    return api.list("/workers", WorkerStatus.class).stream()
        .filter(status -> status.name().equals(worker.name()))
        .map(WorkerStatus::id)
        .findFirst();
  }
}

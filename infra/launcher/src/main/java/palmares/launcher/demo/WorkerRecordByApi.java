package palmares.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import palmares.contract.operation.Operation.Doctor;
import palmares.contract.operation.Operation.WorkerAttempt;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.launcher.client.ApiConnection;

/// @param name of the worker, as the platform lists it
record WorkerRecordByApi(ApiConnection api, String name) implements WorkerRecord {

  private static final String DONE_TWICE = "jobs done more than once, or without a done attempt";

  @Override
  public boolean isListed() {
    return id().isPresent();
  }

  @Override
  public List<WorkerAttempt> attempts() {
    return id().map(
            id -> api.allPages("/workers/" + id + "/attempts", Map.of(), WorkerAttempt.class))
        .orElse(List.of());
  }

  @Override
  public long doubled() {
    var doctor = api.get("/doctor", Doctor.class);
    return Objects.requireNonNull(
        doctor.checks().get(DONE_TWICE), "the doctor counts " + DONE_TWICE);
  }

  private Optional<String> id() {
    return api.list("/workers", WorkerStatus.class).stream()
        .filter(status -> status.name().equals(name))
        .map(WorkerStatus::id)
        .findFirst();
  }
}

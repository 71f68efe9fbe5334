package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.Doctor;
import palmares.contract.operation.Operation.FailedJob;
import palmares.contract.operation.Operation.Quarantine;
import palmares.contract.operation.Operation.QueueStatus;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What operators ask and tell.
public record OperationCalls(ApiClient api) {

  public Answer<List<WorkerStatus>> workers() {
    return api.get("/workers", Map.of(), new TypeReference<>() {});
  }

  /// @param order `readmit`, `pause`, `resume` or `drain`
  public Answer<WorkerStatus> tell(String worker, String order) {
    return api.post(
        "/workers/" + ApiClient.encoded(worker) + "/" + order,
        Map.of(),
        null,
        null,
        new TypeReference<>() {});
  }

  /// @param reason for other operators to read
  public Answer<WorkerStatus> quarantine(String worker, String reason) {
    return api.post(
        "/workers/" + ApiClient.encoded(worker) + "/quarantine",
        Map.of(),
        new Quarantine(reason),
        null,
        new TypeReference<>() {});
  }

  /// Where work waits.
  public Answer<List<QueueStatus>> queues() {
    return api.get("/queues", Map.of(), new TypeReference<>() {});
  }

  /// Jobs that were given up, newest first.
  ///
  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<FailedJob>> failedJobs(@Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get("/failed-jobs", query, new TypeReference<>() {});
  }

  /// What the doctor finds. Takes its time.
  public Answer<Doctor> doctor() {
    return api.getPatiently("/doctor", Map.of(), new TypeReference<>() {});
  }
}

package palmares.contract.operation;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.operation.Operation.Doctor;
import palmares.contract.operation.Operation.Health;
import palmares.contract.operation.Operation.WorkerStatus;

/// For operators. `health` is open to everyone and names no detail.
public interface OperationApi {

  @Get("/health")
  Health health();

  @Get("/workers")
  List<WorkerStatus> workers();

  /// Lets a quarantined worker take jobs again.
  @Post("/workers/{id}/readmit")
  WorkerStatus readmit(@PathVariable String id);

  /// @param deep `true` also reads the content of every stored file and makes the newest snapshot
  ///   of every leaderboard again, even where that was equal before
  @Get("/doctor")
  Doctor doctor(@QueryValue @Nullable String deep);
}

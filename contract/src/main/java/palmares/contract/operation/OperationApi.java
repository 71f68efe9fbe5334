package palmares.contract.operation;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.util.List;
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

  @Get("/doctor")
  Doctor doctor();
}

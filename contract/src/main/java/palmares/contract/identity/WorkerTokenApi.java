package palmares.contract.identity;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import palmares.contract.identity.WorkerTokens.NewWorkerToken;
import palmares.contract.identity.WorkerTokens.WorkerToken;

/// The tokens of workers, for operators. They are revoked as others are, by `DELETE /tokens/{id}`.
public interface WorkerTokenApi {

  /// Those that are valid, the platform's own among them.
  @Get("/worker-tokens")
  List<WorkerToken> workerTokens();

  @Post("/worker-tokens")
  WorkerToken createWorkerToken(@Body NewWorkerToken token);
}

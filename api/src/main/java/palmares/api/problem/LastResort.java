package palmares.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.contract.problem.Problem;

/// What nobody foresaw: the log gets the whole of it under an id, the client gets the id.
@Singleton
final class LastResort implements ExceptionHandler<Throwable, HttpResponse<byte[]>> {

  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  private final ProblemResponses responses;

  LastResort(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  public HttpResponse<byte[]> handle(HttpRequest request, Throwable failure) {
    var id = UUID.randomUUID();
    LOG.error(
        "incident {}: {} {}",
        id,
        request.getMethodName(),
        Problems.shown(request.getPath()),
        failure);
    var status = HttpStatus.INTERNAL_SERVER_ERROR;
    return responses.write(
        HttpResponse.status(status),
        new Problem(
            "about:blank",
            status.getReason(),
            status.getCode(),
            "Something went wrong here; the operator finds it in the log under " + id + ".",
            "urn:uuid:" + id,
            List.of()));
  }
}

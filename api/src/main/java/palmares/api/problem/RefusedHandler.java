package palmares.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

@Singleton
final class RefusedHandler implements ExceptionHandler<Refused, HttpResponse<byte[]>> {

  private final ProblemResponses responses;

  RefusedHandler(ProblemResponses responses) {
    this.responses = responses;
  }

  @Override
  public HttpResponse<byte[]> handle(HttpRequest request, Refused refused) {
    var response = HttpResponse.status(HttpStatus.valueOf(refused.problem().status()));
    refused.headers().forEach(response::header);
    return responses.write(response, refused.problem());
  }
}

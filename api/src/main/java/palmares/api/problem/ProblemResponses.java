package palmares.api.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import palmares.contract.problem.Problem;
import palmares.contract.problem.Problem.Flaw;

/// Every error that the server itself answers (no such route, wrong method, too large, not
/// acceptable, ...) as a problem.
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ProblemResponses implements ErrorResponseProcessor<byte[]> {

  private final JsonMapper json;

  ProblemResponses(JsonMapper json) {
    this.json = json;
  }

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var status = response.status();
    var request = context.getRequest();
    var messages =
        context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
    var detail =
        switch (status) {
          case NOT_FOUND -> "There is nothing at " + Problems.shown(request.getPath()) + ".";
          case METHOD_NOT_ALLOWED ->
              "%s is not possible at %s; allowed: %s."
                  .formatted(
                      Problems.shown(request.getMethodName()),
                      Problems.shown(request.getPath()),
                      response.getHeaders().getAll("Allow"));
          default -> messages.isEmpty() ? status.getReason() : Problems.shown(messages);
        };
    var flaws =
        context.getErrors().stream()
            .filter(error -> error.getPath().isPresent())
            .map(error ->
                new Flaw(
                    null, null, error.getPath().orElseThrow(), Problems.shown(error.getMessage())))
            .toList();
    return write(
        response,
        new Problem("about:blank", status.getReason(), status.getCode(), detail, null, flaws));
  }

  MutableHttpResponse<byte[]> write(MutableHttpResponse<?> response, Problem problem) {
    try {
      return response.body(json.writeValueAsBytes(problem)).contentType(Problem.MEDIA_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException("a problem could not be written: " + problem, e);
    }
  }
}

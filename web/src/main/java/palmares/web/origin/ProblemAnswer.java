package palmares.web.origin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import palmares.contract.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

/// Answers a forwarded request that the API could not answer itself, in the API's own form.
final class ProblemAnswer {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private ProblemAnswer() {}

  static void write(
      Request request, Response response, int status, String detail, Callback callback) {
    var problem =
        new Problem("about:blank", HttpStatus.getMessage(status), status, detail, null, List.of());
    response.reset();
    SecurityHeaders.put(request, response);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, JSON.writeValueAsString(problem), callback);
  }
}

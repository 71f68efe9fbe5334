package palmares.api.idempotency;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Says of an answer that it was given before.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RepeatedFilter {

  @ResponseFilter
  void mark(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (request.getAttribute(Keys.REPEATED).isPresent()) {
      response.header("Idempotent-Replayed", "true");
    }
  }
}

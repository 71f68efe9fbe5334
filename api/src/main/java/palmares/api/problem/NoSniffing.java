package palmares.api.problem;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Answers hold what people wrote: no browser that asks the api itself may take one for a page.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class NoSniffing {

  @ResponseFilter
  void mark(MutableHttpResponse<?> answer) {
    answer.getHeaders().set("X-Content-Type-Options", "nosniff");
  }
}

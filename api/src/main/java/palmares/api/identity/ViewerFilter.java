package palmares.api.identity;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// What is answered depends on who asks (invariant 28), so no cache on the way may keep it for
/// anybody else. An operation that knows better how long its answer holds says so itself.
@ServerFilter("/api/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ViewerFilter {

  @ResponseFilter
  void mark(MutableHttpResponse<?> answer) {
    var headers = answer.getHeaders();
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.add(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
    if (headers.getAll(HttpHeaders.VARY).stream()
        .noneMatch(value -> value.contains(HttpHeaders.AUTHORIZATION))) {
      headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }
  }
}

package palmares.api.trace;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/// Every line that is logged for a request names the trace that it belongs to.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TraceFilter {

  @RequestFilter
  void trace(HttpRequest<?> request, MutablePropagatedContext context) {
    TraceContext.trace(request)
        .ifPresent(trace -> context.add(new MdcPropagationContext(Map.of("trace", trace))));
  }
}

package palmares.api.body;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteMatch;
import palmares.api.problem.Refused;

/// Holds the bodies of operations to their [MaxBody].
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(1) // who may not do it is told that first
final class BodyLimit {

  @RequestFilter
  void check(HttpRequest<?> request) {
    request
        .getAttribute(HttpAttributes.ROUTE_MATCH, RouteMatch.class)
        .ifPresent(route ->
            route
                .getAnnotationMetadata()
                .longValue(MaxBody.class, AnnotationMetadata.VALUE_MEMBER)
                .ifPresent(most -> check(request, most)));
  }

  private static void check(HttpRequest<?> request, long most) {
    var headers = request.getHeaders();
    var length = headers.contentLength();
    var isForm =
        request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches).isPresent();
    if (length.isEmpty() && (isForm || headers.contains("Transfer-Encoding"))) {
      throw Refused.because(
          HttpStatus.LENGTH_REQUIRED,
          "The request must say the length of its body, which may be %d bytes.".formatted(most));
    }
    if (length.orElse(0) > most) {
      throw Refused.because(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "The body has %d bytes; at most %d are allowed.".formatted(length.getAsLong(), most));
    }
  }
}

package palmares.api.upload;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import palmares.api.identity.Callers;
import palmares.api.problem.Refused;
import palmares.api.upload.UploadGate.Admission;

/// Lets a form in before any of it is on the disk, where it is collected until an operation can
/// begin. Its room is held until the request has ended, however it ends. A request that only calls
/// itself a form is let be: nothing of it is collected where the operation takes none.
@Singleton
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(2) // behind the limit of the operation's own, which keeps no room for what it refuses
public final class FormGate {

  private static final String ADMISSION = "palmares.admission";

  private final UploadGate gate;

  FormGate(UploadGate gate) {
    this.gate = gate;
  }

  /// What a form was let in by; to be closed by who works on it.
  public static Admission admitted(HttpRequest<?> form) {
    return form.getAttribute(ADMISSION, Admission.class)
        .map(Admission::shared)
        .orElseThrow(() -> new IllegalStateException("no form was let in: " + form));
  }

  @RequestFilter
  void admit(HttpRequest<?> request) {
    var isForm =
        request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches).isPresent();
    if (isForm && takesForms(request)) {
      var length = request.getHeaders().contentLength();
      if (length.orElse(0) > gate.maxUpload()) {
        throw Refused.because(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "The form has %d bytes; at most %d are allowed."
                .formatted(length.getAsLong(), gate.maxUpload()));
      }
      request.setAttribute(ADMISSION, gate.enter(Callers.person(request).account(), length));
    }
  }

  private static boolean takesForms(HttpRequest<?> request) {
    return request
        .getAttribute(HttpAttributes.ROUTE_MATCH, RouteMatch.class)
        .map(route -> route.getAnnotationMetadata().stringValues(Consumes.class))
        .filter(types -> List.of(types).contains(MediaType.MULTIPART_FORM_DATA))
        .isPresent();
  }

  @EventListener
  void ended(HttpRequestTerminatedEvent event) {
    event.getSource().getAttribute(ADMISSION, Admission.class).ifPresent(Admission::close);
  }
}

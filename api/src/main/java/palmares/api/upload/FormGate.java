package palmares.api.upload;

import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import palmares.api.identity.Callers;
import palmares.api.upload.UploadGate.Admission;

/// Lets a form in before any of it is on the disk, where it is collected until an operation can
/// begin. Its room is held until the request has ended, however it ends.
@Singleton
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
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
    if (isForm && request.getAttribute(HttpAttributes.ROUTE_MATCH).isPresent()) {
      var length = request.getHeaders().contentLength();
      request.setAttribute(ADMISSION, gate.enter(Callers.person(request).account(), length));
    }
  }

  @EventListener
  void ended(HttpRequestTerminatedEvent event) {
    event.getSource().getAttribute(ADMISSION, Admission.class).ifPresent(Admission::close);
  }
}

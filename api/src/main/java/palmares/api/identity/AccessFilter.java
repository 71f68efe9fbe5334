package palmares.api.identity;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteMatch;
import java.util.List;
import java.util.Optional;
import palmares.api.problem.Refused;

/// In front of every operation: finds out who calls and compares with the operation's [Access].
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(0) // before those without an order, some of which need to know who calls
final class AccessFilter {

  private static final String SCHEME = "Bearer ";

  private final List<TokenReader> readers;

  AccessFilter(List<TokenReader> readers) {
    this.readers = readers;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    var route = request.getAttribute(HttpAttributes.ROUTE_MATCH, RouteMatch.class);
    if (route.isEmpty()) {
      return; // nothing is there to be protected
    }
    var caller = caller(request);
    admit(caller, access(route.get().getAnnotationMetadata()));
    request.setAttribute(Callers.ATTRIBUTE, caller);
  }

  private static Optional<Access.To> access(AnnotationMetadata operation) {
    return operation.enumValue(Access.class, Access.To.class);
  }

  private Caller caller(HttpRequest<?> request) {
    var header = request.getHeaders().get("Authorization");
    if (header == null) {
      return new Caller.Anonymous();
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Refused.unauthenticated("Authorization must be 'Bearer' with a token.");
    }
    var token = header.substring(SCHEME.length()).strip();
    return readers.stream()
        .flatMap(reader -> reader.read(token).stream())
        .findFirst()
        .orElseThrow(() ->
            Refused.unauthenticated(
                "The token is not valid: unknown, revoked or expired. Sign in again."));
  }

  private static void admit(Caller caller, Optional<Access.To> access) {
    var to = access.orElseThrow(() -> Refused.forbidden("This operation is open to nobody."));
    switch (caller) {
      case Caller.Anonymous anonymous -> {
        if (to != Access.To.EVERYONE) {
          throw tokenNeeded();
        }
      }
      case Caller.Worker worker -> {
        if (to != Access.To.WORKERS) {
          throw notForWorkers();
        }
      }
      case Caller.Person person -> admit(person, to);
    }
  }

  private static void admit(Caller.Person person, Access.To to) {
    switch (to) {
      case EVERYONE, SIGNED_IN -> {}
      case READ -> demand(person, Scope.READ);
      case SUBMIT -> demand(person, Scope.SUBMIT);
      case ORGANISE -> demand(person, Scope.ORGANISE);
      case ADMIN -> demand(person, Scope.ADMIN);
      case WORKERS -> throw onlyForWorkers();
    }
  }

  private static void demand(Caller.Person person, Scope scope) {
    if (!person.scopes().contains(scope)) {
      throw Refused.forbidden(
          "This needs the scope '%s'; the token of %s has %s."
              .formatted(
                  scope.word(),
                  person.name(),
                  person.scopes().stream().map(Scope::word).sorted().toList()));
    }
  }

  static Refused tokenNeeded() {
    return Refused.unauthenticated("This needs a token: 'Authorization: Bearer ...'.");
  }

  static Refused notForWorkers() {
    return Refused.forbidden("A worker's token is good for /work only.");
  }

  static Refused onlyForWorkers() {
    return Refused.forbidden("This is for workers: it needs a worker's token.");
  }
}

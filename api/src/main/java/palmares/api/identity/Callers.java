package palmares.api.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.UUID;
import palmares.api.problem.Refused;
import palmares.db.Tx;
import palmares.db.identity.TeamStore;

/// The caller of the request that the current thread works on.
@Singleton
public final class Callers {

  static final String ATTRIBUTE = "palmares.caller";

  public Caller current() {
    return ServerRequestContext.currentRequest()
        .flatMap(Callers::of)
        .orElseThrow(() -> new IllegalStateException("no request is being worked on here"));
  }

  /// @throws Refused if the caller is not a person
  public Caller.Person person() {
    return person(current());
  }

  /// For filters, which are no operation that a thread works on.
  ///
  /// @throws Refused if the caller of the request is not a person
  public static Caller.Person person(HttpRequest<?> request) {
    return person(
        of(request).orElseThrow(() -> new IllegalStateException("not known yet who calls")));
  }

  private static Caller.Person person(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> person;
      case Caller.Anonymous anonymous -> throw AccessFilter.tokenNeeded();
      case Caller.Worker worker -> throw AccessFilter.notForWorkers();
    };
  }

  /// For what makes tokens and accounts, or changes them: a script's token that leaks must not be
  /// good for a way in that outlives it.
  ///
  /// @throws Refused if the caller is not a person who has signed in for this
  Caller.Person present() {
    var person = person();
    if (!person.isPresent()) {
      throw Refused.forbidden(
          "Tokens and accounts are made and changed only by who has signed in, not by a token.");
    }
    return person;
  }

  /// @throws Refused if the caller is not a worker
  public Caller.Worker worker() {
    return switch (current()) {
      case Caller.Worker worker -> worker;
      case Caller.Anonymous anonymous -> throw AccessFilter.tokenNeeded();
      case Caller.Person person -> throw AccessFilter.onlyForWorkers();
    };
  }

  /// The team of this name, for its members and for operators.
  ///
  /// @throws Refused if there is none that the caller may see
  public UUID team(Tx tx, String name) {
    var person = person();
    var team = TeamStore.find(tx, name);
    if (team == null || !(person.isAdmin() || person.isIn(team.id()))) {
      throw Refused.notFound("team", name);
    }
    return team.id();
  }

  private static java.util.Optional<Caller> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Caller.class);
  }
}

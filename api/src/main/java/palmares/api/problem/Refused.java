package palmares.api.problem;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import palmares.contract.problem.Problem;
import palmares.contract.problem.Problem.Flaw;

/// Ends a request with a problem. Thrown at the edge only; use cases answer with sealed results.
public final class Refused extends RuntimeException {

  private static final String PREFIX = "urn:palmares:problem:";

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  private Refused(Problem problem, Map<String, String> headers) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.headers = headers;
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /// A refusal that a program has no reason to tell from others of its status.
  public static Refused because(HttpStatus status, String detail) {
    return new Refused(Problems.of(status, detail), Map.of());
  }

  /// @param name the last part of the problem's type, in kebab case
  public static Refused of(String name, HttpStatus status, String detail) {
    return new Refused(
        new Problem(PREFIX + name, status.getReason(), status.getCode(), detail, null, List.of()),
        Map.of());
  }

  /// The same for what does not exist and for what belongs to someone else.
  public static Refused notFound(String what, String id) {
    return because(HttpStatus.NOT_FOUND, "There is no " + what + " '" + Problems.shown(id) + "'.");
  }

  public static Refused badRequest(String detail) {
    return because(HttpStatus.BAD_REQUEST, detail);
  }

  /// A document that was read to its end (or to its hundredth flaw) and is wrong.
  public static Refused flawed(String what, List<Flaw> flaws) {
    return flawed(HttpStatus.UNPROCESSABLE_ENTITY, what, flaws);
  }

  public static Refused flawed(HttpStatus status, String what, List<Flaw> flaws) {
    var more = flaws.size() == Flaws.MAX ? " or more" : "";
    var detail =
        "%s: %d%s thing%s wrong; nothing was stored."
            .formatted(what, flaws.size(), more, flaws.size() == 1 ? " is" : "s are");
    return new Refused(
        new Problem(PREFIX + "flawed", status.getReason(), status.getCode(), detail, null, flaws),
        Map.of());
  }

  public static Refused later(String name, HttpStatus status, String detail, Duration after) {
    var seconds = Math.max(1, after.plusMillis(999).toSeconds());
    return new Refused(
        new Problem(PREFIX + name, status.getReason(), status.getCode(), detail, null, List.of()),
        Map.of("Retry-After", Long.toString(seconds)));
  }

  /// No token, or one that is not valid (any more).
  public static Refused unauthenticated(String detail) {
    return new Refused(
        Problems.of(HttpStatus.UNAUTHORIZED, detail), Map.of("WWW-Authenticate", "Bearer"));
  }

  public static Refused forbidden(String detail) {
    return because(HttpStatus.FORBIDDEN, detail);
  }
}

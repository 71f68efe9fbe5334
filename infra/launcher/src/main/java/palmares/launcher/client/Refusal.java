package palmares.launcher.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.SafeText;

/// An answer other than the one asked for, in words.
final class Refusal {

  private static final Set<Integer> BAD_INPUT = Set.of(400, 413, 415, 422);
  private static final String ADVICE =
      "\nsign in with: palmares sign-in ACCOUNT, or set PALMARES_TOKEN";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private Refusal() {}

  /// Whether the same call may be answered otherwise in a moment: a 409 with a time to wait says
  /// that the first call with this key is still at work. A longer time, such as until the quota of
  /// the next day, is told and not waited for.
  static boolean mayPass(HttpResponse<?> answer) {
    var status = answer.statusCode();
    return status >= 500
        || ((status == 409 || status == 429) && asked(answer).filter(Refusal::isShort).isPresent());
  }

  static Optional<Duration> wait(HttpResponse<?> answer) {
    return asked(answer).map(wait -> isShort(wait) ? wait : LONGEST_WAIT);
  }

  private static boolean isShort(Duration wait) {
    return wait.compareTo(LONGEST_WAIT) <= 0;
  }

  private static Optional<Duration> asked(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  static CommandFailure of(HttpResponse<byte[]> answer) {
    var status = answer.statusCode();
    // To who was just signing in, that would be no advice.
    var isAskedForToken = status == 401 && !answer.uri().getPath().endsWith("/sessions");
    var message = message(status, answer.body(), isAskedForToken ? ADVICE : "");
    if (BAD_INPUT.contains(status)) {
      return CommandFailure.badInput(message);
    }
    return status >= 500
        ? CommandFailure.noAnswer(message)
        : CommandFailure.refused(message, type(answer.body()));
  }

  private static String message(int status, byte[] body, String advice) {
    var problem = problem(body);
    if (problem == null) {
      var text = new String(body, StandardCharsets.UTF_8).strip();
      var start = text.substring(0, Math.min(text.length(), 500));
      return start.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + start;
    }
    return Stream.concat(
            Stream.of(
                SafeText.oneLine(firstOf(problem.detail(), problem.title(), "HTTP " + status))
                    + advice),
            problem.errors().stream().map(Refusal::flaw))
        .collect(Collectors.joining("\n"));
  }

  static String flaw(Problem.Flaw flaw) {
    var place =
        Stream.of(flaw.file(), flaw.line() == null ? null : "line " + flaw.line(), flaw.field())
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(", "));
    return SafeText.oneLine("  " + (place.isEmpty() ? "" : place + ": ") + flaw.message());
  }

  private static String type(byte[] body) {
    var problem = problem(body);
    return problem == null ? "" : firstOf(problem.type(), null, "");
  }

  private static @Nullable Problem problem(byte[] body) {
    try {
      var problem = ApiJson.MAPPER.readValue(body, Problem.class);
      return problem.status() == 0 ? null : problem;
    } catch (IOException e) {
      return null;
    }
  }

  /// The fields of a problem may be absent in what comes from elsewhere, such as a proxy.
  private static String firstOf(@Nullable String detail, @Nullable String title, String otherwise) {
    if (detail != null && !detail.isEmpty()) {
      return detail;
    }
    return title != null && !title.isEmpty() ? title : otherwise;
  }
}

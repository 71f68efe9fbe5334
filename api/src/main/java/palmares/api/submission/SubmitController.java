package palmares.api.submission;

import static io.micronaut.http.HttpStatus.CONFLICT;
import static io.micronaut.http.HttpStatus.FORBIDDEN;
import static io.micronaut.http.HttpStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.micronaut.http.HttpStatus.TOO_MANY_REQUESTS;
import static io.micronaut.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.idempotency.Keys;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.page.Flags;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.api.trace.TraceContext;
import palmares.contract.submission.NewSubmission;
import palmares.contract.submission.NewSubmission.NewSystem;
import palmares.contract.submission.ResponseLine;
import palmares.contract.submission.SubmitAnswer;

/// Takes submissions: one JSON document, or a stream of lines.
@Controller("/api/v1")
class SubmitController {

  private final Submitting submitting;
  private final Callers callers;

  SubmitController(Submitting submitting, Callers callers) {
    this.submitting = submitting;
    this.callers = callers;
  }

  /// Submits in one JSON document, or with `check` only says what is wrong with it.
  @Post("/submissions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Access.To.SUBMIT)
  HttpResponse<?> submit(
      @Body NewSubmission submission, @QueryValue @Nullable String check, HttpRequest<?> request)
      throws IOException {
    var flaws = new Flaws(null);
    var responses = Objects.requireNonNullElse(submission.responses(), List.<ResponseLine>of());
    SystemCheck.check(submission.system(), "system.", flaws);
    SystemCheck.checkResponses(submission.system(), responses, flaws);
    var baseline = Boolean.TRUE.equals(submission.baseline());
    var anonymous = Boolean.TRUE.equals(submission.anonymous());
    SystemCheck.checkAnonymous(anonymous, baseline, flaws);
    refuse(flaws);
    var order =
        new Order(
            submission.benchmark(),
            submission.version(),
            submission.team(),
            submission.system(),
            Boolean.TRUE.equals(submission.allowPartial()),
            baseline,
            anonymous,
            Flags.parse("check", check),
            Keys.of(request),
            TraceContext.of(request));
    return answer(submitting.submit(callers.person(), order, responses));
  }

  /// Submits a file of lines, plain or packed by gzip; what it belongs to stands in the query.
  ///
  /// @param link may be given several times
  @Post("/submissions")
  @Consumes({"application/jsonl", "application/x-ndjson", "application/gzip"})
  @Access(Access.To.SUBMIT)
  HttpResponse<?> submitLines(
      @Body @Nullable InputStream lines,
      @QueryValue String benchmark,
      @QueryValue String system,
      @QueryValue @Nullable String version,
      @QueryValue @Nullable String team,
      @QueryValue @Nullable String allowPartial,
      @QueryValue @Nullable String baseline,
      @QueryValue @Nullable String anonymous,
      @QueryValue @Nullable String baseModel,
      @QueryValue @Nullable String licence,
      @QueryValue @Nullable String description,
      @QueryValue @Nullable String link,
      @QueryValue @Nullable String check,
      HttpRequest<?> request)
      throws IOException {
    // As they are: bound to a list, an address would be cut in two at a comma.
    var links = link == null ? null : request.getParameters().getAll("link");
    var outputs =
        new NewSystem(system, "outputs", null, null, baseModel, licence, description, links);
    var isBaseline = Flags.parse("baseline", baseline);
    var isAnonymous = Flags.parse("anonymous", anonymous);
    var flaws = new Flaws(null);
    SystemCheck.check(outputs, "system.", flaws);
    SystemCheck.checkAnonymous(isAnonymous, isBaseline, flaws);
    refuse(flaws);
    var order =
        new Order(
            benchmark,
            version,
            team,
            outputs,
            Flags.parse("allowPartial", allowPartial),
            isBaseline,
            isAnonymous,
            Flags.parse("check", check),
            Keys.of(request),
            TraceContext.of(request));
    return answer(
        submitting.submit(
            callers.person(),
            order,
            lines == null ? InputStream.nullInputStream() : lines,
            request.getHeaders().contentLength()));
  }

  private static void refuse(Flaws flaws) {
    if (!flaws.isEmpty()) {
      throw Refused.flawed("The submission", flaws.list());
    }
  }

  private static HttpResponse<?> answer(SubmitResult result) {
    return switch (result) {
      case SubmitResult.Accepted(var answer) -> accepted(answer);
      case SubmitResult.WouldAccept(var answer) -> HttpResponse.ok(answer);
      case SubmitResult.Repeated(var status, var location, var body) ->
          HttpResponse.status(io.micronaut.http.HttpStatus.valueOf(status))
              .body(body)
              .contentType(MediaType.APPLICATION_JSON)
              .header("Location", location)
              .header("Idempotent-Replayed", "true");
      case SubmitResult.KeyOfOtherRequest(var key) -> throw Keys.ofOtherRequest(key);
      case SubmitResult.KeyInUse(var key) -> throw Keys.inUse(key);
      case SubmitResult.UnknownBenchmark(var name) -> throw Refused.notFound("benchmark", name);
      case SubmitResult.UnknownTeam(var name) -> throw Refused.notFound("team", name);
      case SubmitResult.NotOpenYet(var opensAt) ->
          throw Refused.of("not-open", CONFLICT, "The benchmark opens at " + opensAt + ".");
      case SubmitResult.Closed(var closedAt) ->
          throw Refused.of("closed", CONFLICT, "The benchmark closed at " + closedAt + ".");
      case SubmitResult.UnknownBuiltIn(var key, var offered) ->
          throw Refused.of(
              "unknown-built-in",
              UNPROCESSABLE_ENTITY,
              "No worker has ever offered the built-in system '%s'; offered are %s."
                  .formatted(Problems.shown(key), offered));
      case SubmitResult.NameIsPublished(var name) ->
          throw Refused.of(
              "name-is-published",
              CONFLICT,
              "Everyone may know the system '%s', which cannot be taken back; an anonymous one needs another name."
                  .formatted(Problems.shown(name)));
      case SubmitResult.NoBaseline() ->
          throw Refused.because(
              FORBIDDEN, "Only those whose benchmark it is can submit a baseline.");
      case SubmitResult.Flawed(var flaws, var tooLarge) ->
          throw Refused.flawed(
              tooLarge ? REQUEST_ENTITY_TOO_LARGE : UNPROCESSABLE_ENTITY, "The submission", flaws);
      case SubmitResult.QuotaSpent(var perDay, var again) ->
          throw Refused.later(
              "quota-spent",
              TOO_MANY_REQUESTS,
              "All %d submissions of the day are made; the next may come in %s."
                  .formatted(perDay, words(again)),
              again);
    };
  }

  private static HttpResponse<SubmitAnswer> accepted(SubmitAnswer answer) {
    return HttpResponse.<SubmitAnswer>accepted(URI.create(Acceptance.ROUTE + "/" + answer.id()))
        .body(answer);
  }

  private static String words(Duration duration) {
    return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }
}

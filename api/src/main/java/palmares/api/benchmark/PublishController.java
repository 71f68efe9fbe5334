package palmares.api.benchmark;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkCheck.Checked;
import palmares.api.body.MaxBody;
import palmares.api.idempotency.Answers;
import palmares.api.idempotency.Fingerprint;
import palmares.api.identity.Access;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.page.Flags;
import palmares.api.problem.Refused;
import palmares.api.upload.FormGate;
import palmares.contract.benchmark.PublishedBenchmark;
import palmares.db.Sha256;

/// Takes the two files of a benchmark folder.
@Controller("/api/v1")
class PublishController {

  private final Publishing publishing;
  private final Callers callers;
  private final Answers answers;

  PublishController(Publishing publishing, Callers callers, Answers answers) {
    this.publishing = publishing;
    this.callers = callers;
    this.answers = answers;
  }

  /// Publishes a benchmark, or with `check` only says what is wrong with it. A new one belongs to
  /// `team` (the caller's own, if not given) and is seen by all unless `visibility` is `team`.
  @Post("/benchmarks")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @MaxBody(BenchmarkCheck.MAX_FILES)
  @Access(Access.To.ORGANISE)
  HttpResponse<PublishedBenchmark> publish(
      @Part("benchmark") CompletedFileUpload benchmark,
      @Part("examples") CompletedFileUpload examples,
      @QueryValue @Nullable String check,
      @QueryValue @Nullable String team,
      @QueryValue @Nullable String visibility,
      HttpRequest<?> request)
      throws IOException {
    var person = callers.person();
    var sent = new Fingerprint();
    try (var admission = FormGate.admitted(request);
        var specFile = sent.of(benchmark.getInputStream());
        var examplesFile = sent.of(examples.getInputStream())) {
      var placement = Placement.of(person, team, visibility);
      var dryRun = Flags.parse("check", check);
      var checked =
          new BenchmarkCheck(publishing.offeredEvaluators()).check(specFile, examplesFile);
      return dryRun
          ? publish(person, placement, checked, true)
          : answers.once(
              request,
              person.account(),
              sent,
              PublishedBenchmark.class,
              () -> publish(person, placement, checked, false));
    }
  }

  private HttpResponse<PublishedBenchmark> publish(
      Caller.Person person, Placement placement, Checked checked, boolean dryRun) {
    return switch (checked) {
      case Checked.Flawed(var flaws, var tooLarge) ->
          throw Refused.flawed(
              tooLarge ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY,
              "The benchmark",
              flaws);
      case Checked.Good good -> publish(person, placement, good, dryRun);
    };
  }

  HttpResponse<PublishedBenchmark> publish(
      Caller.Person person, Placement placement, Checked.Good good, boolean dryRun) {
    var spec = good.spec();
    return switch (publishing.publish(person, placement, spec, good.examples(), dryRun)) {
      case PublishResult.Published(var digest) ->
          HttpResponse.created(
              answer(good, digest, true), URI.create("/api/v1/benchmarks/" + spec.name()));
      case PublishResult.AlreadyThere(var digest) -> HttpResponse.ok(answer(good, digest, false));
      case PublishResult.WouldPublish(var digest) -> HttpResponse.ok(answer(good, digest, false));
      case PublishResult.OtherContent(var published) ->
          throw Refused.of(
              "published-already",
              HttpStatus.CONFLICT,
              "%s version %s is published with other content (digest %s); a published version never changes: raise the version."
                  .formatted(spec.name(), spec.version(), published));
      case PublishResult.NotYours() ->
          throw Refused.because(
              HttpStatus.CONFLICT, "The name '" + spec.name() + "' belongs to another team.");
    };
  }

  private static PublishedBenchmark answer(Checked.Good good, Sha256 digest, boolean created) {
    return new PublishedBenchmark(
        good.spec().name(), good.spec().version(), digest.hex(), good.examples().size(), created);
  }
}

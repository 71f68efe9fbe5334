package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.body.MaxBody;
import palmares.api.idempotency.Answers;
import palmares.api.idempotency.Fingerprint;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.job.Rescoring;
import palmares.api.page.Flags;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.api.upload.FormGate;
import palmares.contract.benchmark.ErratumAnswer;
import palmares.contract.benchmark.ErratumApi;
import palmares.contract.benchmark.ErratumStatus;
import palmares.contract.benchmark.NewErratum;
import palmares.contract.problem.Problem.Flaw;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.Erratum;
import palmares.db.benchmark.ErratumStore;
import palmares.db.job.RescoreStore;
import palmares.db.leaderboard.LeaderboardStore;

/// Takes errata of gold, and tells how far scoring again has come.
@Controller("/api/v1")
class ErratumController implements ErratumApi {

  private static final int MAX_REASON = 2_000;

  private final Database database;
  private final Errata errata;
  private final Rescoring rescoring;
  private final OwnVersions versions;
  private final Callers callers;
  private final Answers answers;
  private final LeaderboardStore leaderboards = new LeaderboardStore();

  ErratumController(
      Database database,
      Errata errata,
      Rescoring rescoring,
      OwnVersions versions,
      Callers callers,
      Answers answers) {
    this.database = database;
    this.errata = errata;
    this.rescoring = rescoring;
    this.versions = versions;
    this.callers = callers;
    this.answers = answers;
  }

  /// Mends gold by a file, or with `check` only says what that would do.
  @Post("/benchmarks/{name}/versions/{version}/errata")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @MaxBody(ErratumReader.MAX_FORM)
  @Access(Access.To.ORGANISE)
  HttpResponse<ErratumAnswer> upload(
      String name,
      String version,
      @Part("erratum") CompletedFileUpload erratum,
      @Part("reason") String reason,
      @QueryValue @Nullable String check,
      HttpRequest<?> request)
      throws IOException {
    try (var admission = FormGate.admitted(request);
        var lines = erratum.getInputStream()) {
      return publish(versions.own(name, version), reason, lines, check, request);
    }
  }

  /// Mends gold by what a form has, or with `check` only says what that would do.
  @Post("/benchmarks/{name}/versions/{version}/errata")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Access.To.ORGANISE)
  HttpResponse<ErratumAnswer> publish(
      String name,
      String version,
      @Body NewErratum erratum,
      @QueryValue @Nullable String check,
      HttpRequest<?> request)
      throws IOException {
    var found = versions.own(name, version);
    var lines = new ByteArrayInputStream(erratum.lines().getBytes(UTF_8));
    return publish(found, erratum.reason(), lines, check, request);
  }

  private HttpResponse<ErratumAnswer> publish(
      BenchmarkVersion version,
      String reason,
      InputStream lines,
      @Nullable String check,
      HttpRequest<?> request)
      throws IOException {
    checkReason(reason);
    var account = callers.person().account();
    var order = new Errata.Order(version, account, reason.strip(), Flags.parse("check", check));
    var fingerprint = new Fingerprint();
    var sent = Errata.read(fingerprint.of(lines));
    if (order.dryRun()) {
      return publish(order, sent);
    }
    var answer =
        answers.once(
            request,
            account,
            fingerprint,
            ErratumAnswer.class,
            () -> publish(order, sent),
            order.reason());
    // Only now is it made; and a repeat does what the first may not have come to.
    rescoring.stopOutdated(version.id(), Objects.requireNonNull(answer.body()).revision());
    return answer;
  }

  private HttpResponse<ErratumAnswer> publish(Errata.Order order, Errata.Sent sent) {
    var version = order.version();
    return switch (errata.publish(order, sent)) {
      case ErratumResult.Published(var answer) -> HttpResponse.created(answer);
      case ErratumResult.WouldPublish(var answer) -> HttpResponse.ok(answer);
      case ErratumResult.Flawed(var flaws) -> throw Refused.flawed("The erratum", flaws);
      case ErratumResult.ChangesNothing(var revision) ->
          throw Refused.of(
              "changes-nothing",
              HttpStatus.CONFLICT,
              "The gold of %s %s is like this already, in revision %d."
                  .formatted(version.name(), version.version(), revision));
      case ErratumResult.Imported() ->
          throw Refused.of(
              "measured-elsewhere",
              HttpStatus.CONFLICT,
              "%s %s was measured elsewhere: there is no gold to mend. Import the corrected file, its entry takes the place of the older one."
                  .formatted(version.name(), version.version()));
    };
  }

  private static void checkReason(String reason) {
    if (reason.isBlank() || reason.length() > MAX_REASON || reason.indexOf('\0') >= 0) {
      throw Refused.flawed(
          "The erratum",
          List.of(
              new Flaw(
                  null,
                  null,
                  "reason",
                  "must be 1 to %d characters: '%s'"
                      .formatted(MAX_REASON, Problems.shown(reason)))));
    }
  }

  @Override
  @Access(Access.To.EVERYONE)
  public List<ErratumStatus> errata(String name, String version) {
    var found = versions.visible(name, version);
    return database.transact(tx -> {
      var current = leaderboards.goldRevision(tx, found.id());
      return ErratumStore.of(tx, found.id()).stream()
          .map(erratum -> status(tx, erratum, current))
          .toList();
    });
  }

  @Override
  @Access(Access.To.ORGANISE)
  public ErratumStatus switchBoards(String name, String version, int revision) {
    var found = versions.own(name, version);
    return database.transact(tx -> {
      var erratum = newest(tx, found, revision);
      leaderboards.switchGold(tx, found.id(), revision);
      return status(tx, erratum, revision);
    });
  }

  @Override
  @Access(Access.To.ORGANISE)
  public ErratumStatus retryRescore(String name, String version, int revision) {
    var found = versions.own(name, version);
    var erratum = database.transact(tx -> newest(tx, found, revision));
    rescoring.retry(found.id(), revision);
    return database.transact(tx -> status(tx, erratum, leaderboards.goldRevision(tx, found.id())));
  }

  private static Erratum newest(Tx tx, BenchmarkVersion version, int revision) {
    var all = ErratumStore.of(tx, version.id());
    if (all.stream().noneMatch(each -> each.revision() == revision)) {
      throw Refused.notFound("erratum", Integer.toString(revision));
    }
    if (all.getFirst().revision() != revision) {
      throw Refused.because(
          HttpStatus.CONFLICT,
          "Revision %d is superseded by revision %d."
              .formatted(revision, all.getFirst().revision()));
    }
    return all.getFirst();
  }

  private static ErratumStatus status(Tx tx, Erratum erratum, int current) {
    var progress = RescoreStore.progress(tx, erratum.version(), erratum.revision());
    return new ErratumStatus(
        erratum.revision(),
        erratum.reason(),
        erratum.examples(),
        erratum.createdAt(),
        erratum.state(),
        erratum.revision() == current,
        progress.submissions(),
        progress.done(),
        progress.failed(),
        progress.lacking());
  }
}

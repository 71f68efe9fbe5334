package palmares.api.imported;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Benchmarks;
import palmares.api.benchmark.Placement;
import palmares.api.body.MaxBody;
import palmares.api.idempotency.Keys;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Flags;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.api.upload.FormGate;
import palmares.api.upload.UploadGate;
import palmares.api.upload.UploadGate.Admission;
import palmares.contract.imported.ImportApi;
import palmares.contract.imported.ImportEntry;
import palmares.contract.imported.ImportReport;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.imported.ImportStore;

/// Takes files of evidence that others measured, and lists what was taken.
@Controller("/api/v1")
class ImportController implements ImportApi {

  private static final Pattern BENCHMARK = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final long MAX_FORM = 512L * 1024 * 1024;
  private static final String ALPACA_EVAL = "alpaca-eval";

  private final Database database;
  private final AlpacaEvalImport preferences;
  private final BattleImport battles;
  private final Callers callers;
  private final UploadGate gate;

  ImportController(
      Database database,
      AlpacaEvalImport preferences,
      BattleImport battles,
      Callers callers,
      UploadGate gate) {
    this.database = database;
    this.preferences = preferences;
    this.battles = battles;
    this.callers = callers;
    this.gate = gate;
  }

  @Override
  @Access(Access.To.EVERYONE)
  public Page<ImportEntry> imports(
      @Nullable String benchmark, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var before = Cursor.lastNumber(cursor);
    var caller = callers.current();
    var rows =
        database.transact(tx ->
            ImportStore.page(
                tx,
                Benchmarks.teams(caller),
                Benchmarks.seesAll(caller),
                benchmark,
                before,
                size + 1));
    return Pages.of(
        rows,
        size,
        row -> Cursor.after(row.no()),
        row -> new ImportEntry(row.at(), row.team(), Json.read(row.report(), ImportReport.class)));
  }

  /// Imports `annotations.json` of one system, with its `model_outputs.json` if there is one. The
  /// same files again change nothing, and `check` only says what would come of it. The benchmark is
  /// made if there is none; it and the systems become those of `team`, seen as `visibility` says.
  @Post("/imports/alpaca-eval")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @MaxBody(MAX_FORM)
  @Access(Access.To.ORGANISE)
  HttpResponse<ImportReport> alpacaEval(
      @Part("annotations") CompletedFileUpload annotations,
      @Part("outputs") @Nullable CompletedFileUpload outputs,
      @QueryValue @Nullable String benchmark,
      @QueryValue @Nullable String system,
      @QueryValue @Nullable String team,
      @QueryValue @Nullable String visibility,
      @QueryValue @Nullable String check,
      HttpRequest<?> request)
      throws IOException {
    var name = Objects.requireNonNullElse(benchmark, ALPACA_EVAL);
    try (var admission = FormGate.admitted(request);
        var annotated = annotations.getInputStream();
        var given = outputs == null ? null : outputs.getInputStream()) {
      var order = order(name, team, visibility, check, admission, request);
      return answer(order.benchmark(), preferences.take(order, system, given, annotated), request);
    }
  }

  /// Imports lines of [palmares.contract.imported.BattleLine], plain or packed by gzip.
  @Post("/imports/battles")
  @Consumes({"application/jsonl", "application/x-ndjson", "application/gzip"})
  @Access(Access.To.ORGANISE)
  HttpResponse<ImportReport> battles(
      @Body @Nullable InputStream lines,
      @QueryValue String benchmark,
      @QueryValue String source,
      @QueryValue @Nullable String team,
      @QueryValue @Nullable String visibility,
      @QueryValue @Nullable String check,
      HttpRequest<?> request)
      throws IOException {
    var length = request.getHeaders().contentLength();
    try (var admission = gate.enter(callers.person().account(), length)) {
      var order = order(benchmark, team, visibility, check, admission, request);
      var sent = lines == null ? InputStream.nullInputStream() : lines;
      return answer(order.benchmark(), battles.take(order, source, sent), request);
    }
  }

  private ImportOrder order(
      String benchmark,
      @Nullable String team,
      @Nullable String visibility,
      @Nullable String check,
      Admission admission,
      HttpRequest<?> request) {
    return new ImportOrder(
        callers.person(),
        Placement.of(callers.person(), team, visibility),
        name(benchmark),
        Flags.parse("check", check),
        admission,
        Keys.of(request),
        request.getPath());
  }

  private static String name(String benchmark) {
    if (!BENCHMARK.matcher(benchmark).matches()) {
      throw Refused.badRequest(
          "benchmark must be lower-case letters, digits and hyphens, at most 64: '%s'"
              .formatted(Problems.shown(benchmark)));
    }
    return benchmark;
  }

  private static HttpResponse<ImportReport> answer(
      String benchmark, ImportResult result, HttpRequest<?> request) {
    return switch (result) {
      case ImportResult.Imported(var report) -> HttpResponse.created(report);
      case ImportResult.Repeated(var report) -> HttpResponse.ok(report);
      case ImportResult.WouldImport(var report) -> HttpResponse.ok(report);
      case ImportResult.GivenBefore(var status, var report) -> {
        Keys.markRepeated(request);
        yield HttpResponse.<ImportReport>status(HttpStatus.valueOf(status)).body(report);
      }
      case ImportResult.KeyOfOtherRequest(var key) -> throw Keys.ofOtherRequest(key);
      case ImportResult.KeyInUse(var key) -> throw Keys.inUse(key);
      case ImportResult.Flawed(var flaws, var tooLarge) ->
          throw Refused.flawed(
              tooLarge ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY,
              "The import",
              flaws);
      case ImportResult.NotYours() ->
          throw Refused.because(
              HttpStatus.CONFLICT, "The name '" + benchmark + "' belongs to another team.");
      case ImportResult.Measured() ->
          throw Refused.of(
              "measured-here",
              HttpStatus.CONFLICT,
              "'%s' is measured here; what others claim needs a benchmark of its own name."
                  .formatted(benchmark));
    };
  }
}

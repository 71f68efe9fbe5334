package palmares.api.benchmark;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Access;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Pages;
import palmares.api.problem.Refused;
import palmares.contract.benchmark.BenchmarkApi;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.contract.benchmark.ExampleLine;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkListing;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.ExampleRow;
import palmares.db.benchmark.ExampleStore;
import palmares.db.quota.QuotaStore;

/// Serves published benchmarks, never with gold.
@Controller("/api/v1")
class BenchmarkController implements BenchmarkApi {

  private static final MediaType JSON_LINES = MediaType.of("application/jsonl");

  private final Database database;
  private final Benchmarks benchmarks;
  private final ExampleFiles files;
  private final Callers callers;
  private final Clock clock;

  BenchmarkController(
      Database database, Benchmarks benchmarks, ExampleFiles files, Callers callers, Clock clock) {
    this.database = database;
    this.benchmarks = benchmarks;
    this.files = files;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  @Access(Access.To.EVERYONE)
  public Page<BenchmarkSummary> benchmarks(@Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    var caller = callers.current();
    var rows =
        database.transact(tx ->
            BenchmarkStore.page(
                tx,
                Benchmarks.teams(caller),
                Benchmarks.seesAll(caller),
                from == null ? null : from.key(0),
                size + 1));
    return Pages.of(
        rows, size, row -> Cursor.after(row.newest().name()), BenchmarkController::summary);
  }

  private static BenchmarkSummary summary(BenchmarkListing row) {
    var newest = row.newest();
    return new BenchmarkSummary(
        newest.name(),
        newest.title(),
        newest.description(),
        newest.version(),
        newest.examples(),
        row.submissions(),
        List.copyOf(Json.read(newest.spec(), BenchmarkSpec.class).categories().keySet()));
  }

  @Override
  @Access(Access.To.EVERYONE)
  public BenchmarkDetail benchmark(String name, @Nullable String version, @Nullable String team) {
    var found = found(name, version);
    var counted = counted(team);
    return database.transact(tx -> detail(tx, found, counted));
  }

  /// The team whose quota is told.
  private @Nullable UUID counted(@Nullable String team) {
    if (!(callers.current() instanceof Caller.Person person)) {
      return null;
    }
    var found = person.team(team);
    if (found == null) {
      throw Refused.notFound("team", String.valueOf(team));
    }
    return found.id();
  }

  private BenchmarkDetail detail(Tx tx, BenchmarkVersion version, @Nullable UUID team) {
    var spec = Json.read(version.spec(), BenchmarkSpec.class);
    return new BenchmarkDetail(
        version.name(),
        spec.title(),
        spec.description(),
        version.version(),
        BenchmarkStore.versions(tx, version.benchmark()),
        state(version, clock.instant()),
        version.digest().hex(),
        version.examples(),
        spec.categories(),
        spec.evaluators(),
        spec.mainMetric(),
        spec.entryRule(),
        spec.gaps(),
        spec.visible(),
        spec.licence(),
        version.opensAt(),
        version.closesAt(),
        spec.quotaPerDay(),
        quotaLeft(tx, version, team),
        BenchmarkStore.boards(tx, version.id()).stream()
            .map(board ->
                new BenchmarkDetail.BoardLink(board.id().toString(), board.name(), board.title()))
            .toList(),
        OwnVersions.mayChange(callers.current(), version));
  }

  private static @Nullable Integer quotaLeft(Tx tx, BenchmarkVersion version, @Nullable UUID team) {
    var limit = version.quotaPerDay();
    return limit == null || team == null ? null : QuotaStore.left(tx, version.id(), team, limit);
  }

  private static String state(BenchmarkVersion version, Instant now) {
    if (!version.state().equals("published")) {
      return version.state();
    }
    if (version.opensAt() != null && now.isBefore(version.opensAt())) {
      return "upcoming";
    }
    return version.closesAt() != null && !now.isBefore(version.closesAt()) ? "closed" : "open";
  }

  @Override
  @Access(Access.To.EVERYONE)
  public Page<ExampleLine> examples(
      String name, String version, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    var after = from == null ? -1 : Math.clamp(from.number(0), -1, Integer.MAX_VALUE);
    var found = found(name, version);
    var rows = database.transact(tx -> ExampleStore.page(tx, found.id(), after, size + 1));
    return Pages.of(rows, size, row -> Cursor.after(row.ordinal()), BenchmarkController::line);
  }

  private static ExampleLine line(ExampleRow row) {
    return new ExampleLine(
        row.name(),
        List.of(Json.read(row.messages(), ExampleLine.MessageLine[].class)),
        row.tags(),
        row.split());
  }

  @Override
  @Access(Access.To.EVERYONE)
  public HttpResponse<?> inputs(String name, String version) {
    var found = found(name, version);
    return file(found, "examples", () -> files.inputs(found.id()));
  }

  @Override
  @Access(Access.To.EVERYONE)
  public HttpResponse<?> template(String name, String version) {
    var found = found(name, version);
    return file(found, "template", () -> files.template(found.id()));
  }

  /// Under a name that no header and no file system takes for more than that.
  static StreamedFile attached(InputStream content, String name, String version, String what) {
    var plain = "%s-%s-%s".formatted(name, version, what).replaceAll("[^A-Za-z0-9._-]+", "-");
    return new StreamedFile(content, JSON_LINES).attach(plain + ".jsonl");
  }

  private static HttpResponse<?> file(
      BenchmarkVersion version, String what, Supplier<InputStream> content) {
    var tag = "\"%s-%s\"".formatted(what, version.digest().hex().substring(0, 32));
    var known =
        ServerRequestContext.currentRequest()
            .map(request -> tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH)))
            .orElse(false);
    if (known) {
      return HttpResponse.status(HttpStatus.NOT_MODIFIED).header(HttpHeaders.ETAG, tag);
    }
    return HttpResponse.ok(attached(content.get(), version.name(), version.version(), what))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, version.isPublic() ? "public, no-cache" : "private")
        .header("X-Content-Type-Options", "nosniff");
  }

  private BenchmarkVersion found(String name, @Nullable String version) {
    var found = benchmarks.find(callers.current(), name, version);
    if (found == null) {
      throw Refused.notFound("benchmark", version == null ? name : name + " " + version);
    }
    return found;
  }
}

package palmares.api.imported;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.ImportedVersions.Found;
import palmares.api.benchmark.Placement;
import palmares.api.identity.Caller;
import palmares.contract.imported.ImportReport;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.blob.Spool;
import palmares.db.idempotency.IdempotencyKey;
import palmares.db.idempotency.IdempotencyStore;
import palmares.db.idempotency.IdempotencyStore.Known;
import palmares.db.identity.AuditStore;
import palmares.db.imported.ImportStore;
import palmares.db.imported.NewImport;
import palmares.db.leaderboard.LeaderboardStore;

/// Takes an import in one transaction: once, whole, or not at all. A dry run does all of it and
/// rolls it back.
@Singleton
class Importing {

  private static final String ABSENT = "none";
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final Database database;

  Importing(Database database) {
    this.database = database;
  }

  /// What is imported.
  ///
  /// @param placement whose systems they become, and whose benchmark if it is new
  /// @param digest over what was sent and what was asked for
  /// @param source what was sent
  record Wanted(
      Caller.Person person,
      Placement placement,
      String kind,
      String benchmark,
      Sha256 digest,
      Spool source,
      String mediaType,
      boolean dryRun,
      @Nullable IdempotencyKey key) {}

  /// The steps that differ from kind to kind.
  interface Steps {

    Found version(Tx tx);

    /// Stores systems and boards, and what is known before the import has its number.
    Stored store(Tx tx, Found.Version version);

    /// Stores what is keyed by the number of the import.
    void complete(Tx tx, Found.Version version, long importNo);
  }

  /// @param report without an id
  record Stored(int rater, NewImport.@Nullable Pair pair, ImportReport report) {}

  ImportResult take(Wanted wanted, Steps steps) {
    try {
      return database.transact(tx -> {
        var key = wanted.key();
        return key == null ? take(tx, wanted, steps) : once(tx, wanted, steps, key);
      });
    } catch (DryRun dryRun) {
      return new ImportResult.WouldImport(dryRun.report);
    }
  }

  private static ImportResult once(Tx tx, Wanted wanted, Steps steps, IdempotencyKey key) {
    return switch (IdempotencyStore.begin(tx, key)) {
      case Known.Answered(var status, var location, var body) ->
          new ImportResult.GivenBefore(status, Json.read(body, ImportReport.class));
      case Known.OtherRequest() -> new ImportResult.KeyOfOtherRequest(key.key());
      case Known.InProgress() -> new ImportResult.KeyInUse(key.key());
      case Known.New() -> {
        var result = take(tx, wanted, steps);
        switch (result) {
          case ImportResult.Imported(var report) -> keep(tx, key, CREATED, report);
          case ImportResult.Repeated(var report) -> keep(tx, key, OK, report);
          default -> {} // a refusal leaves nothing behind
        }
        yield result;
      }
    };
  }

  private static void keep(Tx tx, IdempotencyKey key, int status, ImportReport report) {
    IdempotencyStore.end(tx, key, status, "", Json.canonical(report));
  }

  private static ImportResult take(Tx tx, Wanted wanted, Steps steps) {
    BenchmarkStore.lockName(tx, wanted.benchmark());
    return switch (steps.version(tx)) {
      case Found.NotYours() -> new ImportResult.NotYours();
      case Found.Measured() -> new ImportResult.Measured();
      case Found.Version version -> {
        var known = ImportStore.report(tx, wanted.digest());
        yield known.isPresent()
            ? new ImportResult.Repeated(Json.read(known.get(), ImportReport.class).again())
            : take(tx, wanted, steps, version);
      }
    };
  }

  private static ImportResult take(Tx tx, Wanted wanted, Steps steps, Found.Version version) {
    var id = UuidV7.next();
    var stored = steps.store(tx, version);
    var report = withId(stored.report(), wanted.dryRun() ? null : id);
    var number =
        ImportStore.insert(
            tx,
            new NewImport(
                id,
                wanted.kind(),
                wanted.digest(),
                version.version().id(),
                stored.rater(),
                wanted.person().account(),
                wanted.source().keep(tx, wanted.mediaType()).sha256(),
                stored.pair(),
                report.taken(),
                Json.canonical(report)));
    steps.complete(tx, version, number);
    LeaderboardStore.want(tx, version.version().id());
    AuditStore.add(
        tx,
        wanted.person().account(),
        "evidence-imported",
        report.benchmark() + " " + report.version(),
        Map.of("import", id.toString(), "digest", wanted.digest().hex()));
    if (wanted.dryRun()) {
      throw new DryRun(report);
    }
    return new ImportResult.Imported(report);
  }

  private static ImportReport withId(ImportReport report, @Nullable UUID id) {
    return new ImportReport(
        id == null ? null : id.toString(),
        report.kind(),
        report.benchmark(),
        report.version(),
        report.newVersion(),
        false,
        report.digest(),
        report.rater(),
        report.systems(),
        report.examples(),
        report.rows(),
        report.taken(),
        report.skipped(),
        report.noticed(),
        report.leaderboards());
  }

  /// Over the kind, the benchmark and these parts; a part may be absent.
  static Sha256 digest(String kind, String benchmark, List<@Nullable String> parts) {
    Function<@Nullable String, String> present = part -> part == null ? ABSENT : part;
    return Json.digest(
        Map.of(
            "kind", kind,
            "benchmark", benchmark,
            "parts", parts.stream().map(present).toList()));
  }

  /// Rolls the transaction back on purpose.
  private static final class DryRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ImportReport report;

    DryRun(ImportReport report) {
      super("rolled back on purpose", null, false, false);
      this.report = report;
    }
  }
}

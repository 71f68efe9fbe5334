package palmares.api.benchmark;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec.BoardSpec;
import palmares.api.identity.Caller;
import palmares.api.leaderboard.Definition;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.Benchmark;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.blob.BlobStore;
import palmares.db.identity.AuditStore;
import palmares.db.leaderboard.LeaderboardStore;

/// Publishes checked benchmarks. A published version never changes.
@Singleton
class Publishing {

  private final Database database;
  private final BlobStore blobs;
  private final LeaderboardStore leaderboards = new LeaderboardStore();

  Publishing(Database database, BlobStore blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  /// Kinds of all evaluators that workers have offered, by key.
  Map<String, String> offeredEvaluators() {
    return database.transact(BenchmarkStore::evaluatorKinds);
  }

  /// @param placement of a benchmark that is new; what is there stays where it is
  PublishResult publish(
      Caller.Person person,
      Placement placement,
      BenchmarkSpec spec,
      List<SourceExample> examples,
      boolean dryRun) {
    var digest = Documents.digest(spec, examples);
    return database.transact(tx -> {
      BenchmarkStore.lockName(tx, spec.name());
      var benchmark = BenchmarkStore.find(tx, spec.name());
      var inTheWay = inTheWay(tx, person, benchmark, spec, digest);
      if (inTheWay != null) {
        return inTheWay;
      }
      if (dryRun) {
        return new PublishResult.WouldPublish(digest);
      }
      var target = benchmark == null ? insert(tx, placement, spec) : benchmark;
      store(tx, person, target, spec, examples, digest);
      return new PublishResult.Published(digest);
    });
  }

  private static @Nullable PublishResult inTheWay(
      Tx tx,
      Caller.Person person,
      @Nullable Benchmark benchmark,
      BenchmarkSpec spec,
      Sha256 digest) {
    if (benchmark == null) {
      return null;
    }
    if (!person.isIn(benchmark.team()) && !person.isAdmin()) {
      return new PublishResult.NotYours();
    }
    var published = BenchmarkStore.version(tx, spec.name(), spec.version());
    if (published == null) {
      return null;
    }
    return published.digest().equals(digest)
        ? new PublishResult.AlreadyThere(digest)
        : new PublishResult.OtherContent(published.digest());
  }

  private void store(
      Tx tx,
      Caller.Person person,
      Benchmark benchmark,
      BenchmarkSpec spec,
      List<SourceExample> examples,
      Sha256 digest) {
    BenchmarkStore.describe(tx, benchmark.id(), spec.title(), spec.description());
    var version =
        StoredVersion.insert(tx, blobs, benchmark.id(), spec, examples, digest, spec.closesAt());
    spec.leaderboards().forEach(board -> insert(tx, version, board, spec));
    AuditStore.add(
        tx,
        person.account(),
        "benchmark-published",
        spec.name() + " " + spec.version(),
        Map.of("digest", digest.hex()));
  }

  static Benchmark insert(Tx tx, Placement placement, BenchmarkSpec spec) {
    var benchmark =
        new Benchmark(
            UuidV7.next(),
            placement.team().id(),
            spec.name(),
            placement.visibility().equals("public"));
    BenchmarkStore.insert(tx, benchmark, placement.visibility(), spec.title(), spec.description());
    return benchmark;
  }

  private void insert(Tx tx, UUID version, BoardSpec board, BenchmarkSpec spec) {
    leaderboards.insert(
        tx,
        UuidV7.next(),
        version,
        board.id(),
        board.title(),
        Json.canonical(definition(board, spec)));
  }

  /// Methods that rank systems read one evaluator; those that rank evaluators read them all.
  static Definition definition(BoardSpec board, BenchmarkSpec spec) {
    var settings = new TreeMap<>(board.settings());
    if (board.truth() != null) {
      settings.put("truth", board.truth());
    }
    if (board.evaluator() != null) {
      settings.put("evaluator", board.evaluator());
    }
    return new Definition(
        board.method(),
        settings,
        board.evaluator() != null ? List.of(board.evaluator()) : spec.evaluators(),
        spec.entryRule(),
        spec.gaps());
  }
}

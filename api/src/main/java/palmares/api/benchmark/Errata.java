package palmares.api.benchmark;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import palmares.api.benchmark.ErratumReader.Mended;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.contract.benchmark.ErratumAnswer;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.BoardName;
import palmares.db.benchmark.ErratumStore;
import palmares.db.benchmark.GoldStore;
import palmares.db.blob.BlobStore;
import palmares.db.identity.AuditStore;
import palmares.db.job.JobStore;
import palmares.db.job.RescoreStore;

/// Mends the gold of published versions: a new revision of it, under which everything is scored
/// again. What was scored before stays, and so do the snapshots made of it.
@Singleton
class Errata {

  private static final int ROWS_AT_ONCE = 500;

  private final Database database;
  private final BlobStore blobs;
  private final GoldProbe probe = new GoldProbe();

  Errata(Database database, BlobStore blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  /// @param reason why, for everyone to read
  record Order(BenchmarkVersion version, UUID account, String reason, boolean dryRun) {}

  /// What a file says, before it is compared with what is published.
  record Sent(List<Mended> mended, Flaws flaws) {}

  static Sent read(InputStream lines) throws IOException {
    var flaws = new Flaws(ErratumReader.FILE);
    return new Sent(new ErratumReader(flaws).read(lines), flaws);
  }

  /// Changes nothing but gold: who published stops what is outdated by it.
  ErratumResult publish(Order order, Sent sent) {
    if (!ImportedVersions.isMeasured(order.version())) {
      return new ErratumResult.Imported();
    }
    var flaws = sent.flaws();
    if (!flaws.isEmpty()) {
      return new ErratumResult.Flawed(flaws.list());
    }
    return database.transact(tx -> publish(tx, order, sent.mended(), flaws));
  }

  private ErratumResult publish(Tx tx, Order order, List<Mended> mended, Flaws flaws) {
    var version = order.version();
    ErratumStore.lock(tx, version.id());
    var newest = GoldStore.newest(tx, version.id());
    var gold = changed(tx, version, newest, mended, flaws);
    if (!flaws.isEmpty()) {
      return new ErratumResult.Flawed(flaws.list());
    }
    if (gold.isEmpty()) {
      return new ErratumResult.ChangesNothing(newest);
    }
    var revision = newest + 1;
    if (!order.dryRun()) {
      store(tx, order, revision, gold);
    }
    var answer = answer(tx, version, revision, gold.size(), !order.dryRun());
    return order.dryRun()
        ? new ErratumResult.WouldPublish(answer)
        : new ErratumResult.Published(answer);
  }

  /// Canonical gold by ordinal, of those examples whose gold is another than before.
  private Map<Integer, String> changed(
      Tx tx, BenchmarkVersion version, int newest, List<Mended> mended, Flaws flaws) {
    var evaluators = Json.read(version.spec(), BenchmarkSpec.class).evaluators();
    var names = mended.stream().map(Mended::id).toList();
    var published =
        GoldStore.named(tx, version.id(), newest, names).stream()
            .collect(Collectors.toMap(row -> row.example().name(), Function.identity()));
    var changed = new TreeMap<Integer, String>();
    for (var each : mended) {
      var row = published.get(each.id());
      if (row == null) {
        flaws.add(
            each.line(),
            "id",
            "'%s' is no example of %s %s"
                .formatted(Problems.shown(each.id()), version.name(), version.version()));
        continue;
      }
      var before = StoredExamples.of(row);
      var after = each.on(before);
      checkRest(each, before, flaws);
      var gold = Json.canonical(Documents.goldOf(after));
      if (!gold.equals(Json.canonical(Documents.goldOf(before)))) {
        probe.check(evaluators, after, row.example().ordinal(), each.line(), flaws);
        changed.put(row.example().ordinal(), gold);
      }
    }
    return changed;
  }

  private static void checkRest(Mended mended, SourceExample published, Flaws flaws) {
    var example = mended.example();
    if (example == null) {
      return;
    }
    if (!example.messages().equals(published.messages())) {
      flaws.add(mended.line(), "messages", differs("messages"));
    }
    if (!example.tags().equals(published.tags())) {
      flaws.add(mended.line(), "tags", differs("tags"));
    }
    if (!example.split().equals(published.split())) {
      flaws.add(mended.line(), "split", differs("split"));
    }
  }

  private static String differs(String what) {
    return "must be the published %s: an erratum mends references and checklists; anything else needs a new version"
        .formatted(what);
  }

  private void store(Tx tx, Order order, int revision, Map<Integer, String> gold) {
    var version = order.version();
    var rows = List.copyOf(gold.entrySet());
    for (var from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
      var part = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
      GoldStore.add(
          tx,
          version.id(),
          revision,
          part.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
    var document = Documents.gold(tx, blobs, version.id(), revision);
    GoldStore.addDocument(tx, version.id(), revision, document.sha256());
    ErratumStore.insert(tx, version.id(), revision, order.reason(), gold.size(), order.account());
    AuditStore.add(
        tx,
        order.account(),
        "gold-mended",
        version.name() + " " + version.version(),
        Map.of("revision", Integer.toString(revision), "examples", gold.size() + ""));
    JobStore.wake(tx);
  }

  private static ErratumAnswer answer(
      Tx tx, BenchmarkVersion version, int revision, int examples, boolean created) {
    var progress = RescoreStore.progress(tx, version.id(), revision);
    return new ErratumAnswer(
        version.name(),
        version.version(),
        revision,
        examples,
        progress.submissions() - progress.lacking(),
        progress.lacking(),
        BenchmarkStore.boards(tx, version.id()).stream().map(BoardName::title).toList(),
        created);
  }
}

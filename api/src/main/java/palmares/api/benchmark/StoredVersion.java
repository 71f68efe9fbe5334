package palmares.api.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.ExampleStore;
import palmares.db.benchmark.GoldStore;
import palmares.db.benchmark.NewVersion;
import palmares.db.blob.BlobStore;

/// Stores a version with its examples, and the documents of it that workers fetch.
final class StoredVersion {

  private static final int EXAMPLES_AT_ONCE = 500;

  private StoredVersion() {}

  /// @param closesAt when submissions end; what the specification says if that is known there
  /// @return the id of the version
  static UUID insert(
      Tx tx,
      BlobStore blobs,
      UUID benchmark,
      BenchmarkSpec spec,
      List<SourceExample> examples,
      Sha256 digest,
      @Nullable Instant closesAt) {
    var id = UuidV7.next();
    var inputs = Documents.inputs(tx, blobs, examples);
    BenchmarkStore.insert(
        tx,
        new NewVersion(
            id,
            benchmark,
            spec.version(),
            spec.visible(),
            spec.entryRule(),
            spec.gaps(),
            spec.mainMetric(),
            spec.licence(),
            spec.quotaPerDay(),
            spec.opensAt(),
            closesAt,
            Json.canonical(spec),
            digest,
            examples.size(),
            inputs.sha256()));
    for (var from = 0; from < examples.size(); from += EXAMPLES_AT_ONCE) {
      var to = Math.min(examples.size(), from + EXAMPLES_AT_ONCE);
      ExampleStore.add(
          tx,
          id,
          IntStream.range(from, to).mapToObj(i -> Documents.row(examples.get(i), i)).toList());
    }
    var gold = Documents.gold(tx, blobs, examples);
    GoldStore.addDocument(tx, id, GoldStore.FIRST, gold.sha256());
    return id;
  }
}

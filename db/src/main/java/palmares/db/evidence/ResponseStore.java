package palmares.db.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.countDistinct;
import static palmares.db.schema.Tables.RESPONSE;

import java.util.List;
import java.util.function.Consumer;
import palmares.db.Tx;
import palmares.db.blob.BlobStore;

/// Responses, by number of submission. The first one for a key stays.
public final class ResponseStore {

  static final String MEDIA_TYPE = "text/plain;charset=utf-8";

  private ResponseStore() {}

  /// Stores what is not there yet and gives the number of responses that were new.
  public static int store(Tx tx, BlobStore blobs, long submission, List<GivenResponse> responses) {
    int stored = 0;
    for (var response : responses) {
      boolean large = response.isLarge();
      stored +=
          tx.sql()
              .insertInto(RESPONSE)
              .set(RESPONSE.SUBMISSION_NO, submission)
              .set(RESPONSE.ORDINAL, response.ordinal())
              .set(RESPONSE.SAMPLE, (short) response.sample())
              .set(RESPONSE.TEXT, large ? null : response.text())
              .set(
                  RESPONSE.BLOB_SHA256,
                  large
                      ? blobs.put(tx, response.text().getBytes(UTF_8), MEDIA_TYPE).sha256()
                      : null)
              .set(RESPONSE.CHARS, response.characters())
              .set(RESPONSE.LATENCY_MS, response.latencyMillis())
              .onConflictDoNothing()
              .execute();
    }
    return stored;
  }

  /// The ordinals of a shard that have a response already, in order.
  public static List<Integer> done(Tx tx, long submission, int first, int last) {
    return tx.sql()
        .selectDistinct(RESPONSE.ORDINAL)
        .from(RESPONSE)
        .where(RESPONSE.SUBMISSION_NO.eq(submission))
        .and(RESPONSE.ORDINAL.between(first, last))
        .orderBy(RESPONSE.ORDINAL)
        .fetch(RESPONSE.ORDINAL);
  }

  /// How many ordinals of a shard have a response already.
  public static int delivered(Tx tx, long submission, int first, int last) {
    return tx.sql()
        .select(countDistinct(RESPONSE.ORDINAL))
        .from(RESPONSE)
        .where(RESPONSE.SUBMISSION_NO.eq(submission))
        .and(RESPONSE.ORDINAL.between(first, last))
        .fetchSingle()
        .value1();
  }

  /// All responses of a submission by ordinal and sample, one after the other: they may be too many
  /// to hold.
  public static void forEach(
      Tx tx, BlobStore blobs, long submission, Consumer<GivenResponse> consumer) {
    try (var rows =
        tx.sql()
            .selectFrom(RESPONSE)
            .where(RESPONSE.SUBMISSION_NO.eq(submission))
            .orderBy(RESPONSE.ORDINAL, RESPONSE.SAMPLE)
            .fetchSize(500)
            .fetchLazy()) {
      for (var row : rows) {
        var text = row.getText();
        consumer.accept(
            new GivenResponse(
                row.getOrdinal(),
                row.getSample(),
                text != null ? text : new String(blobs.read(row.getBlobSha256()), UTF_8),
                row.getLatencyMs()));
      }
    }
  }
}

package palmares.db.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.blob.BlobStore;
import palmares.db.evidence.GivenResponse;

/// Puts the responses of a new submission in, many with each statement.
public final class NewResponses {

  private static final int LARGEST_IN_ROW = 64 * 1024;
  private static final int AT_ONCE = 1_000;

  private NewResponses() {}

  public static void insert(
      Tx tx, BlobStore blobs, long submission, List<GivenResponse> responses) {
    for (var from = 0; from < responses.size(); from += AT_ONCE) {
      insertBatch(
          tx,
          blobs,
          submission,
          responses.subList(from, Math.min(responses.size(), from + AT_ONCE)));
    }
  }

  private static void insertBatch(
      Tx tx, BlobStore blobs, long submission, List<GivenResponse> responses) {
    var ordinals = new Integer[responses.size()];
    var texts = new @Nullable String[responses.size()];
    var blobsOf = new byte[responses.size()] @Nullable [];
    var chars = new Integer[responses.size()];
    for (var i = 0; i < responses.size(); i++) {
      var text = responses.get(i).text();
      var bytes = text.getBytes(UTF_8);
      var isLarge = bytes.length > LARGEST_IN_ROW;
      ordinals[i] = responses.get(i).ordinal();
      texts[i] = isLarge ? null : text;
      blobsOf[i] =
          isLarge ? blobs.put(tx, bytes, "text/plain;charset=utf-8").sha256().bytes() : null;
      chars[i] = text.codePointCount(0, text.length());
    }
    tx.sql()
        .execute(
            """
            insert into response (submission_no, ordinal, text, blob_sha256, chars)
            select {0}, ordinal, text, blob, chars
            from unnest({1}::int[], {2}::text[], {3}::bytea[], {4}::int[])
              as t(ordinal, text, blob, chars)
            """,
            val(submission), val(ordinals), val(texts), val(blobsOf), val(chars));
  }
}

package palmares.db.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import palmares.db.CopyRows;
import palmares.db.Tx;
import palmares.db.blob.BlobStore;
import palmares.db.blob.WrittenFile;

/// The responses of a new submission, which may be more than memory holds: the files of the large
/// ones are written before the transaction, the rows go in by COPY.
public final class NewResponses implements AutoCloseable {

  private final BlobStore blobs;
  private final Source source;
  private final Map<Integer, WrittenFile> files = new HashMap<>();

  private NewResponses(BlobStore blobs, Source source) {
    this.blobs = blobs;
    this.source = source;
  }

  /// One response for each ordinal at the most, and the same ones however often it is asked.
  public interface Source {
    void forEach(Consumer<GivenResponse> consumer);

    /// Whether any is [GivenResponse#isLarge].
    boolean hasLarge();
  }

  public static NewResponses prepare(BlobStore blobs, Source source) {
    var responses = new NewResponses(blobs, source);
    if (source.hasLarge()) {
      try {
        source.forEach(responses::writeIfLarge);
      } catch (RuntimeException e) {
        responses.close();
        throw e;
      }
    }
    return responses;
  }

  private void writeIfLarge(GivenResponse response) {
    if (response.isLarge()) {
      try {
        var content = response.text().getBytes(UTF_8);
        files.put(response.ordinal(), blobs.write(content, ResponseStore.MEDIA_TYPE));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot store the response to " + response.ordinal(), e);
      }
    }
  }

  public void store(Tx tx, long submission) {
    blobs.keep(tx, files.values());
    CopyRows.copy(
        tx,
        "response (submission_no, ordinal, text, blob_sha256, chars)",
        rows -> source.forEach(response -> add(rows, submission, response)));
  }

  @Override
  public void close() {
    BlobStore.forget(files.values());
  }

  private void add(CopyRows rows, long submission, GivenResponse response) {
    var file = files.get(response.ordinal());
    rows.add(submission)
        .add(response.ordinal())
        .add(file == null ? response.text() : null)
        .add(file == null ? null : "\\x" + file.blob().sha256().hex())
        .add(response.characters())
        .endRow();
  }
}

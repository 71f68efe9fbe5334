package palmares.api.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.Sha256;

/// Tells an upload from another under the same key, by all its bytes, of which it keeps none.
public final class Fingerprint {

  private final List<Part> parts = new ArrayList<>();

  /// The same bytes. Those that are not read by whoever reads it count nevertheless.
  public InputStream of(InputStream part) {
    var watched = new Part(part);
    parts.add(watched);
    return watched;
  }

  /// @param asked what else the request said
  Sha256 end(List<@Nullable String> asked) throws IOException {
    var digests = new ArrayList<String>();
    for (var part : parts) {
      part.readToEnd();
      digests.add(Sha256.ofDigest(part.getMessageDigest().digest()).hex());
    }
    return Json.digest(List.of(asked.stream().map(String::valueOf).toList(), digests));
  }

  private static final class Part extends DigestInputStream {

    private boolean isClosed;

    Part(InputStream in) {
      super(in, Sha256.digest());
    }

    void readToEnd() throws IOException {
      if (!isClosed) {
        transferTo(OutputStream.nullOutputStream());
      }
    }

    @Override
    public void close() throws IOException {
      readToEnd();
      isClosed = true;
      super.close();
    }
  }
}

package palmares.api.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import palmares.contract.work.Work.GivenLine;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.blob.BlobStore;
import palmares.db.blob.Spool;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.NewResponses;

/// The responses of a submission as the document that workers fetch, lines of [GivenLine]. Written
/// and read one by one, since they may be more than memory holds.
public final class ResponseDocument implements NewResponses.Source, AutoCloseable {

  private static final String MEDIA_TYPE = "application/jsonl";
  private static final byte[] LINE_END = {'\n'};

  private final Spool spool;
  private final OutputStream out;
  private int size;
  private boolean hasLarge;

  private ResponseDocument(Spool spool) {
    this.spool = spool;
    this.out = new BufferedOutputStream(spool.stream(), 1 << 16);
  }

  public static ResponseDocument in(BlobStore blobs) {
    return new ResponseDocument(blobs.spool());
  }

  public void add(GivenResponse given) {
    try {
      out.write(line(given).getBytes(UTF_8));
      out.write(LINE_END);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the response to " + given.ordinal(), e);
    }
    size++;
    hasLarge |= given.isLarge();
  }

  /// Its fields are in order and none is a fraction, so that it is as good as canonical, and thirty
  /// times faster.
  static String line(GivenResponse given) {
    return Json.text(new GivenLine(given.ordinal(), given.sample(), given.text()));
  }

  /// How many responses it has.
  public int size() {
    return size;
  }

  @Override
  public boolean hasLarge() {
    return hasLarge;
  }

  @Override
  public void forEach(Consumer<GivenResponse> consumer) {
    end();
    try (var lines = new BufferedReader(new InputStreamReader(spool.read(), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var given = Json.read(line, GivenLine.class);
        consumer.accept(new GivenResponse(given.ordinal(), given.sample(), given.text(), null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + size + " responses again", e);
    }
  }

  /// After the last response: brings the document to the disk, so that [#keep] is quick.
  public void end() {
    try {
      out.flush();
      spool.end(MEDIA_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + size + " responses", e);
    }
  }

  public Sha256 keep(Tx tx) {
    end();
    return spool.keep(tx, MEDIA_TYPE).sha256();
  }

  @Override
  public void close() {
    spool.close();
  }
}

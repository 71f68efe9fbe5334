package palmares.db.blob;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.Tx;

/// A file on its way in: written while it is hashed, then kept under its name or, if closed before,
/// forgotten.
public final class Spool implements AutoCloseable {

  private final BlobStore store;
  private final Path part;
  private final Counting stream;
  private @Nullable WrittenFile written;

  private Spool(BlobStore store, Path part) throws IOException {
    this.store = store;
    this.part = part;
    this.stream = new Counting(new ZstdOutputStream(Files.newOutputStream(part)));
  }

  static Spool in(BlobStore store) {
    try {
      return new Spool(store, Files.createTempFile(store.incoming(), "part-", ".zst"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + store.incoming(), e);
    }
  }

  /// Where to write the content.
  public OutputStream stream() {
    return stream;
  }

  /// Bytes written so far, before compression.
  public long size() {
    return stream.size;
  }

  /// The content from its beginning; it must have ended.
  public InputStream read() throws IOException {
    return Files.exists(part)
        ? new ZstdInputStream(Files.newInputStream(part))
        : store.open(stream.sha256());
  }

  /// Ends the content and stores it. May be called again, in another transaction, if the first was
  /// rolled back.
  public Blob keep(Tx tx, String mediaType) {
    var file = end(mediaType);
    store.keep(tx, List.of(file));
    return file.blob();
  }

  /// Ends the content and brings it to the disk, so that storing it is quick.
  public WrittenFile end(String mediaType) {
    try {
      if (written == null) {
        stream.close();
        written = WrittenFile.synced(part, new Blob(stream.sha256(), stream.size, mediaType));
      }
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + part, e);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + part, e);
    }
  }

  private static final class Counting extends FilterOutputStream {

    private final MessageDigest digest = Sha256.digest();
    private long size;
    private Sha256 sha256 = Sha256.of(new byte[0]);
    private boolean closed;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      digest.update(bytes, offset, length);
      size += length;
      out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (!closed) {
        super.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        sha256 = Sha256.ofDigest(digest.digest());
        super.close();
      }
    }

    Sha256 sha256() {
      if (!closed) {
        throw new IllegalStateException("the digest is known only at the end of the content");
      }
      return sha256;
    }
  }
}

package palmares.db.blob;

import static palmares.db.schema.Tables.BLOB;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Objects;
import palmares.db.Sha256;
import palmares.db.Tx;

/// A file on its way in: written while it is hashed, then kept under its name or, if closed before,
/// forgotten.
public final class Spool implements AutoCloseable {

  private final BlobStore store;
  private final Path part;
  private final Counting stream;

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

  /// Ends the content and stores it. May be called again, in another transaction, if the first was
  /// rolled back.
  public Blob keep(Tx tx, String mediaType) {
    try {
      stream.close();
      var blob = new Blob(stream.sha256(), stream.size, mediaType);
      var file = store.file(blob.sha256());
      long fileSize = Files.size(Files.exists(part) ? part : file);
      // Before the file, because a sweeper that removes it as an orphan holds this row meanwhile.
      int added =
          tx.sql()
              .insertInto(BLOB, BLOB.SHA256, BLOB.SIZE, BLOB.FILE_SIZE, BLOB.MEDIA_TYPE)
              .values(blob.sha256(), blob.size(), fileSize, mediaType)
              .onConflictDoNothing()
              .execute();
      place(file, added > 0);
      return blob;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store blob " + part, e);
    }
  }

  /// @param own whether the row that names the file's length is of this content's writer: then the
  ///   file must be too, as what lies there may be cut short or packed by another version
  private void place(Path file, boolean own) throws IOException {
    if (!Files.exists(part) || (!own && Files.exists(file))) {
      return;
    }
    sync(part, StandardOpenOption.WRITE);
    var folder = Objects.requireNonNull(file.getParent(), "a blob lies in a folder");
    Files.createDirectories(folder);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder, StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (var channel = FileChannel.open(path, mode)) {
      channel.force(true);
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

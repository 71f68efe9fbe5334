package palmares.db.blob;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.BLOB;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.Tx;

/// Contents as zstd files under one directory that all replicas share, named by the sha-256 of the
/// content; a row in `blob` says which exist.
///
/// The file is there before its row is: a transaction that rolls back leaves a file without a row,
/// which costs space and nothing else, never a row without its file.
public final class BlobStore {

  private final Path directory;

  public BlobStore(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory.resolve("incoming"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the blob directory " + directory, e);
    }
  }

  /// Begins a new file; nothing is stored until [Spool#keep].
  public Spool spool() {
    return Spool.in(this);
  }

  public Blob put(Tx tx, byte[] content, String mediaType) {
    try (var spool = spool()) {
      spool.stream().write(content);
      return spool.keep(tx, mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store " + content.length + " bytes", e);
    }
  }

  /// Writes a file that is stored later by [#keep], or removed by [#forget].
  public WrittenFile write(byte[] content, String mediaType) throws IOException {
    var spool = spool();
    try {
      spool.stream().write(content);
      return spool.end(mediaType);
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  /// Stores files: the rows, and then the files in their places.
  public void keep(Tx tx, Collection<WrittenFile> files) {
    // Rows first, because a sweeper that removes a file as an orphan holds its row meanwhile.
    var added = Set.copyOf(insert(tx, files));
    for (var file : files) {
      var name = file.blob().sha256();
      try {
        file.place(file(name), added.contains(name));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot store blob " + name, e);
      }
    }
  }

  /// Gives those that had no row; in the order of their names, so that no two transactions wait for
  /// each other.
  private static List<Sha256> insert(Tx tx, Collection<WrittenFile> files) {
    return tx.sql()
        .resultQuery(
            """
            insert into blob (sha256, size, file_size, media_type)
            select distinct on (sha256) sha256, size, file_size, media_type
            from unnest({0}, {1}::bigint[], {2}::bigint[], {3}::text[])
              as t(sha256, size, file_size, media_type)
            order by sha256
            on conflict do nothing
            returning sha256
            """,
            val(files.stream().map(file -> file.blob().sha256().bytes()).toArray(byte[][]::new)),
            val(files.stream().map(file -> file.blob().size()).toArray(Long[]::new)),
            val(files.stream().map(WrittenFile::size).toArray(Long[]::new)),
            val(files.stream().map(file -> file.blob().mediaType()).toArray(String[]::new)))
        .fetch(BLOB.SHA256);
  }

  /// Removes files that were not kept.
  public static void forget(Collection<WrittenFile> files) {
    for (var file : files) {
      try {
        Files.deleteIfExists(file.path());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove " + file.path(), e);
      }
    }
  }

  /// The content, from its beginning.
  ///
  /// @throws UncheckedIOException if there is no such file
  public InputStream open(Sha256 sha256) {
    try {
      return new ZstdInputStream(Files.newInputStream(file(sha256)));
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("no blob " + sha256 + " in " + directory, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open blob " + sha256, e);
    }
  }

  public byte[] read(Sha256 sha256) {
    try (var content = open(sha256)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read blob " + sha256, e);
    }
  }

  /// The row of a blob, or null if none was stored under that name.
  public @Nullable Blob find(Tx tx, Sha256 sha256) {
    return tx.sql()
        .select(BLOB.SHA256, BLOB.SIZE, BLOB.MEDIA_TYPE)
        .from(BLOB)
        .where(BLOB.SHA256.eq(sha256))
        .fetchOne(row -> new Blob(row.value1(), row.value2(), row.value3()));
  }

  /// Inserts a row for the name, if there is none, which keeps writers of the same content waiting.
  static boolean reserveName(Tx tx, Sha256 sha256) {
    return tx.sql()
            .insertInto(BLOB, BLOB.SHA256, BLOB.SIZE, BLOB.FILE_SIZE, BLOB.MEDIA_TYPE)
            .values(sha256, 0L, 0L, "none")
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /// The folder of all contents whose sha-256 begins with these two digits.
  Path folder(String digits) {
    return directory.resolve(digits);
  }

  Path incoming() {
    return directory.resolve("incoming");
  }

  Path file(Sha256 sha256) {
    return directory.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex() + ".zst");
  }
}

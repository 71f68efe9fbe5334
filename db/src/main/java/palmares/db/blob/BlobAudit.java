package palmares.db.blob;

import static palmares.db.schema.Tables.BLOB;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Sha256;

/// Compares the rows of `blob` with the files. Only one of 256 folders is in memory at a time.
public final class BlobAudit {

  /// A file younger than this may still get its row, from a transaction that is under way.
  public static final Duration GRACE = Duration.ofHours(1);

  private static final int FOLDERS = 256;
  private static final int DETAILS = 5;

  private final BlobStore store;
  private final Found missing = new Found("blobs without their file");
  private final Found length = new Found("blobs of another length");
  private final Found orphans = new Found("orphan blobs");
  private final Found content = new Found("blobs of another content");

  private BlobAudit(BlobStore store) {
    this.store = store;
  }

  /// What was found of one kind.
  ///
  /// @param details the first few, in words
  public record Finding(String check, long violations, List<String> details) {
    public Finding {
      details = List.copyOf(details);
    }
  }

  /// @param deep also reads every file and compares its content with its name, which takes as long
  ///   as reading the whole store
  public static List<Finding> examine(Database database, BlobStore store, boolean deep) {
    var audit = new BlobAudit(store);
    for (int folder = 0; folder < FOLDERS; folder++) {
      audit.folder(database, folder, deep);
    }
    var found = new ArrayList<>(List.of(audit.missing, audit.length, audit.orphans));
    if (deep) {
      found.add(audit.content);
    }
    return found.stream().map(Found::finding).toList();
  }

  /// Files that no row names, older than `age`: left by transactions that were rolled back.
  static List<Path> orphans(Database database, BlobStore store, int folder, Duration age) {
    var files = files(store, folder);
    rows(database, folder).keySet().forEach(files::remove);
    var latest = Instant.now().minus(age);
    return files.values().stream()
        .filter(file -> file.changed().isBefore(latest))
        .map(StoredFile::path)
        .toList();
  }

  /// Files first and rows after them: a row is there only once its file is, so that a row whose
  /// file was not listed is looked for again.
  private void folder(Database database, int folder, boolean deep) {
    var files = files(store, folder);
    var latest = Instant.now().minus(GRACE);
    rows(database, folder)
        .forEach((name, row) -> {
          var listed = files.remove(name);
          var file = listed == null ? StoredFile.at(store.file(new Sha256(name))) : listed;
          if (file == null) {
            missing.add("blob " + name);
          } else if (file.size() != row.fileSize()) {
            length.add(
                "blob %s has %d bytes in its file, not %d"
                    .formatted(name, file.size(), row.fileSize()));
          } else if (deep) {
            read(name, row);
          }
        });
    files.forEach((name, file) -> {
      if (file.changed().isBefore(latest)) {
        orphans.add("file " + file.path().getFileName());
      }
    });
  }

  private void read(String name, Row row) {
    var digest = Sha256.digest();
    var buffer = new byte[1 << 16];
    long size = 0;
    try (var in = store.open(new Sha256(name))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        size += read;
      }
    } catch (IOException | UncheckedIOException e) {
      content.add("blob %s cannot be read: %s".formatted(name, e.getMessage()));
      return;
    }
    var is = Sha256.ofDigest(digest.digest()).hex();
    if (!is.equals(name) || size != row.size()) {
      content.add(
          "blob %s has the content of %s, %d bytes, not %d".formatted(name, is, size, row.size()));
    }
  }

  private record Row(long size, long fileSize) {}

  private static Map<String, Row> rows(Database database, int folder) {
    var from = new byte[32];
    from[0] = (byte) folder;
    var to = new byte[32];
    Arrays.fill(to, (byte) 0xff);
    to[0] = (byte) folder;
    return database.transact(tx ->
        tx.sql()
            .select(BLOB.SHA256, BLOB.SIZE, BLOB.FILE_SIZE)
            .from(BLOB)
            .where(BLOB.SHA256.between(Sha256.ofDigest(from), Sha256.ofDigest(to)))
            .fetchMap(row -> row.value1().hex(), row -> new Row(row.value2(), row.value3())));
  }

  private record StoredFile(Path path, long size, Instant changed) {

    /// Null if it is not there, or is gone by now.
    static @Nullable StoredFile at(Path path) {
      try {
        return new StoredFile(path, Files.size(path), Files.getLastModifiedTime(path).toInstant());
      } catch (IOException e) {
        return null;
      }
    }
  }

  /// By the name without its ending.
  private static Map<String, StoredFile> files(BlobStore store, int folder) {
    var found = new HashMap<String, StoredFile>();
    var path = store.folder(HexFormat.of().toHexDigits((byte) folder));
    if (!Files.isDirectory(path)) {
      return found;
    }
    try (var listing = Files.newDirectoryStream(path)) {
      for (var each : listing) {
        var file = StoredFile.at(each);
        if (file != null) {
          found.put(String.valueOf(each.getFileName()).replaceFirst("\\.zst$", ""), file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the blobs in " + path, e);
    }
    return found;
  }

  private static final class Found {

    private final String check;
    private final List<String> details = new ArrayList<>();
    private long violations;

    Found(String check) {
      this.check = check;
    }

    void add(String detail) {
      violations++;
      if (details.size() < DETAILS) {
        details.add(detail);
      }
    }

    Finding finding() {
      return new Finding(check, violations, details);
    }
  }
}

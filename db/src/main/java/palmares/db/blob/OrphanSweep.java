package palmares.db.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import palmares.db.Database;
import palmares.db.Sha256;

/// Removes files that no row names: what a transaction that was rolled back, or a process that was
/// killed, has left. One folder of 256 at a call, so that each is cheap.
public final class OrphanSweep {

  private static final int FOLDERS = 256;

  private final Database database;
  private final BlobStore store;
  private final Duration age;
  private final AtomicInteger next = new AtomicInteger();

  /// @param age how old a file must be: well above the longest transaction that writes one
  public OrphanSweep(Database database, BlobStore store, Duration age) {
    this.database = database;
    this.store = store;
    this.age = age;
  }

  /// Looks at the next folder; gives the number of files removed.
  public int sweep() {
    int folder = Math.floorMod(next.getAndIncrement(), FOLDERS);
    int removed = folder == 0 ? abandoned() : 0;
    for (var orphan : BlobAudit.orphans(database, store, folder, age)) {
      removed += remove(orphan) ? 1 : 0;
    }
    return removed;
  }

  /// Whoever stores the same content at this moment inserts its row before it looks for the file,
  /// and so waits for the row that is held here and rolled back once the file is gone.
  private boolean remove(Path file) {
    var name = String.valueOf(file.getFileName()).replaceFirst("\\.zst$", "");
    if (!name.matches("[0-9a-f]{64}")) {
      return false;
    }
    try {
      database.run(tx -> {
        if (BlobStore.reserveName(tx, new Sha256(name))) {
          throw new Removed(delete(file));
        }
      });
      return false;
    } catch (Removed removed) {
      return removed.deleted;
    }
  }

  /// Uploads that nobody is writing any more.
  private int abandoned() {
    int removed = 0;
    var latest = Instant.now().minus(age);
    try (var parts = Files.newDirectoryStream(store.incoming())) {
      for (var part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(latest) && delete(part)) {
          removed++;
        }
      }
      return removed;
    } catch (java.nio.file.NoSuchFileException e) {
      return removed; // it was kept or removed by its writer meanwhile
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the uploads in " + store.incoming(), e);
    }
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }

  /// Rolls the transaction back that has kept others off.
  private static final class Removed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean deleted;

    Removed(boolean deleted) {
      super("rolled back on purpose", null, false, false);
      this.deleted = deleted;
    }
  }
}

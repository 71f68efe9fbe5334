package palmares.launcher.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The folder in which a platform keeps its data, held by one process at a time. The operating
/// system gives the lock back when that process ends, however it ends.
public final class DataDirectory implements AutoCloseable {

  private static final String BLOBS = "blobs";
  private static final String BROKER = "broker";
  private static final String CACHE = "cache";

  private final Path folder;
  private final FileChannel lock;

  private DataDirectory(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// @throws InUseException if another process works on this folder
  public static DataDirectory open(Path folder) throws InUseException {
    var absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      for (var name : List.of(BLOBS, BROKER, CACHE)) {
        ownerOnly(absolute.resolve(name));
      }
      var channel =
          FileChannel.open(
              absolute.resolve("palmares.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw new InUseException(absolute);
      }
      return new DataDirectory(absolute, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + absolute + " as data folder", e);
    }
  }

  public Path postgres() {
    return folder.resolve("postgres");
  }

  public Path blobs() {
    return folder.resolve(BLOBS);
  }

  public Path broker() {
    return folder.resolve(BROKER);
  }

  public Path cache() {
    return folder.resolve(CACHE);
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + folder, e);
    }
  }

  /// What lies in there may be gold; other users of the machine have no business with it.
  private static void ownerOnly(Path inner) throws IOException {
    Files.createDirectories(inner);
    Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /// Another process works on the folder.
  public static final class InUseException extends Exception {
    InUseException(Path folder) {
      super(
          "another Palmares already works on "
              + folder
              + "; stop it, or choose another folder with --data");
    }
  }
}

package palmares.db.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A file that is on the disk in full and waits for [BlobStore#keep].
///
/// @param path until it is kept
/// @param size bytes of the file itself
public record WrittenFile(Path path, long size, Blob blob) {

  static WrittenFile synced(Path path, Blob blob) throws IOException {
    sync(path, StandardOpenOption.WRITE);
    return new WrittenFile(path, Files.size(path), blob);
  }

  /// Moves it to its place, after its row is written.
  ///
  /// @param own whether the row that names the file's length is of this content's writer: then the
  ///   file must be too, as what lies there may be cut short or packed by another version
  void place(Path file, boolean own) throws IOException {
    if (!Files.exists(path) || (!own && Files.exists(file))) {
      return;
    }
    var folder = Objects.requireNonNull(file.getParent(), "a blob lies in a folder");
    Files.createDirectories(folder);
    Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder, StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (var channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}

package palmares.api.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A file of master keys, one a line, that its owner alone may read.
final class KeyFile {

  private static final String OWNER_ONLY = "rw-------";

  private KeyFile() {}

  static List<MasterKey> read(Path file) {
    try {
      check(file);
      return parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the master keys in " + file, e);
    }
  }

  /// The keys in the file, which is made with a new key if it is not there. Several processes may
  /// do this at once, and all get the same key.
  static List<MasterKey> readOrCreate(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a master key in " + file, e);
    }
  }

  static List<MasterKey> parse(String source, List<String> lines) {
    var keys =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(MasterKey::read)
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no master key in " + source);
    }
    return keys;
  }

  private static void create(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var written = Files.createTempFile(folder, ".master-key", ".tmp");
    try {
      if (isPosix(written)) {
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(OWNER_ONLY));
      }
      Files.writeString(written, MasterKey.random() + "\n");
      // A link, for it fails where a move would replace what another process has just made.
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      return; // another process was first, and its key is the one
    } finally {
      Files.delete(written);
    }
  }

  private static void check(Path file) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    if (!mode.endsWith("------")) {
      throw new IllegalArgumentException(
          "the master keys in %s must be readable by their owner alone (0600), not %s"
              .formatted(file, mode));
    }
  }

  private static boolean isPosix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
  }
}

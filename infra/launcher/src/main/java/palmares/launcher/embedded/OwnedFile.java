package palmares.launcher.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that nobody reads but the user whose they are.
final class OwnedFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private OwnedFile() {}

  /// Whole or not at all, and readable by its owner alone from the first byte on.
  static void write(Path file, String content) throws IOException {
    var part =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".part",
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(part, content);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /// After a copy that forgot whose it is.
  static void protect(Path file) throws IOException {
    Files.setPosixFilePermissions(file, OWNER_ONLY);
  }
}

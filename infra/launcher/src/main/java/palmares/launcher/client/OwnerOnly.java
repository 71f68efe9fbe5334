package palmares.launcher.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import palmares.launcher.terminal.CommandFailure;

/// Files that only their owner can read, from the first byte on.
public final class OwnerOnly {

  private OwnerOnly() {}

  public static void write(Path file, String content) {
    var folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var part = Files.createTempFile(folder, file.getFileName().toString(), ".part", ownerOnly);
      Files.writeString(part, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot write " + file, e);
    }
  }
}

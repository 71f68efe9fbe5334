package palmares.worker.embedding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The files of a model that comes in a jar, unpacked where native code can read them.
final class ModelFiles {

  private final Path folder;

  /// @param folder of this model alone, shared by all workers of a machine
  ModelFiles(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /// The file, unpacked the first time.
  ///
  /// @throws IOException if the resource is missing or is not the one that scores were made with
  Path unpacked(String resource, String name, String sha256) throws IOException {
    var file = folder.resolve(name);
    var proof = folder.resolve(name + "." + sha256.substring(0, 16));
    if (Files.exists(file) && Files.exists(proof)) {
      return file;
    }
    Files.createDirectories(folder);
    var fresh = Files.createTempFile(folder, "unpack-", ".part");
    try {
      copy(resource, fresh, sha256);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    // Written last: without it a file may be half of one.
    Files.writeString(proof, "");
    return file;
  }

  private static void copy(String resource, Path file, String sha256) throws IOException {
    var stream = ModelFiles.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FileNotFoundException("no resource " + resource + " on the class path");
    }
    try (var in = new DigestInputStream(stream, sha256())) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      var found = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (!found.equals(sha256)) {
        throw new IOException(
            "resource " + resource + " has sha-256 " + found + ", expected " + sha256);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

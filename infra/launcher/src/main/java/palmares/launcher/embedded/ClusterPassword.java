package palmares.launcher.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The password of one who signs in to a cluster, in a file beside the cluster that only the owner
/// of the data can read: loopback keeps nobody out who works on the same machine.
final class ClusterPassword {

  private final Path file;
  private final String value;

  private ClusterPassword(Path file, String value) {
    this.file = file;
    this.value = value;
  }

  /// The one that the file has; a new one, which nobody knows yet, where there is no file.
  ///
  /// @param cluster as an absolute path
  /// @param ending of the file's name, which otherwise is that of the cluster
  static ClusterPassword of(Path cluster, String ending) throws IOException {
    var file = cluster.resolveSibling(cluster.getFileName() + ending);
    if (!Files.exists(file)) {
      return new ClusterPassword(file, Secrets.random());
    }
    OwnedFile.protect(file);
    return new ClusterPassword(file, Files.readString(file).strip());
  }

  /// Letters and digits.
  String value() {
    return value;
  }

  Path file() {
    return file;
  }

  boolean isKept() {
    return Files.exists(file);
  }

  /// For the next start.
  void keep() throws IOException {
    OwnedFile.write(file, value);
  }

  /// The file alone: a cluster that does not know the password is then told it.
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}

package palmares.launcher.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The password of a cluster's owner, in a file beside the cluster that only the owner of the data
/// can read: loopback keeps nobody out who works on the same machine.
final class ClusterPassword {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final String ASK_EVERYONE =
      """
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final Path cluster;
  private final Path file;
  private final String value;

  private ClusterPassword(Path cluster, Path file, String value) {
    this.cluster = cluster;
    this.file = file;
    this.value = value;
  }

  /// The one that the file has; a new one, which nobody knows yet, where there is no file.
  static ClusterPassword of(Path cluster) throws IOException {
    var absolute = cluster.toAbsolutePath();
    var file = absolute.resolveSibling(absolute.getFileName() + ".password");
    if (!Files.exists(file)) {
      return new ClusterPassword(absolute, file, Secrets.random());
    }
    Files.setPosixFilePermissions(file, OWNER_ONLY);
    return new ClusterPassword(absolute, file, Files.readString(file).strip());
  }

  /// Letters and digits.
  String value() {
    return value;
  }

  Path file() {
    return file;
  }

  /// Has the file ready, from which a new cluster learns it.
  void prepare() throws IOException {
    if (!Files.exists(cluster.resolve("postgresql.conf"))) {
      write(file, value);
    }
  }

  /// Teaches it to a cluster that trusts everyone, as earlier versions made it, or whose file was
  /// lost. The server does not run meanwhile, so that there is no moment in which it trusts.
  void teach(SingleUser postgres) throws IOException {
    var rules = cluster.resolve("pg_hba.conf");
    if (Files.exists(file) && Files.readString(rules).lines().noneMatch(ClusterPassword::trusts)) {
      return;
    }
    postgres.run(cluster, "alter role postgres password '" + value + "'");
    write(file, value);
    write(rules, ASK_EVERYONE);
  }

  private static boolean trusts(String rule) {
    return !rule.startsWith("#") && rule.strip().endsWith("trust");
  }

  /// Whole or not at all, and readable by its owner alone from the first byte on.
  private static void write(Path file, String content) throws IOException {
    var part =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".part",
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(part, content);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}

package palmares.db.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server of the newest PostgreSQL that Debian's packages installed, with an empty cluster of its
/// own below `/tmp`, whose user is `postgres` without a password.
public final class InstalledPostgres implements AutoCloseable {

  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path bin;
  private final Path folder;
  private final int port;

  private InstalledPostgres(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /// Makes the cluster; null where PostgreSQL is not installed.
  ///
  /// @param prefix of the folder's name
  /// @param options of `initdb`
  public static @Nullable InstalledPostgres create(String prefix, String... options)
      throws IOException, InterruptedException {
    var bin = newest();
    if (bin == null) {
      return null;
    }
    // Not below the build folder, which the user postgres may not be able to enter.
    var folder = Files.createTempDirectory(Path.of("/tmp"), prefix);
    if (ROOT) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    var server = new InstalledPostgres(bin, folder, freePort());
    var words = new ArrayList<>(List.of("-D", server.data(), "-U", "postgres"));
    words.addAll(List.of("-A", "trust", "-E", "UTF8"));
    words.addAll(List.of(options));
    server.program("initdb", words);
    return server;
  }

  public int port() {
    return port;
  }

  public Path folder() {
    return folder;
  }

  /// @param options of the server, beside where it listens
  public void start(String options) throws IOException, InterruptedException {
    var listening = "-p " + port + " -k " + folder + " -h localhost ";
    program(
        "pg_ctl",
        List.of("-D", data(), "-w", "-l", folder + "/log", "-o", listening + options, "start"));
  }

  /// Stops the server and removes what it had.
  @Override
  public void close() throws IOException, InterruptedException {
    program("pg_ctl", List.of("-D", data(), "-m", "immediate", "stop"));
    run(List.of("rm", "-rf", folder.toString()));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static @Nullable Path newest() throws IOException {
    var root = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(root)) {
      return null;
    }
    try (var versions = Files.list(root)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(bin -> Integer.valueOf(bin.getParent().getFileName() + "")))
          .orElse(null);
    }
  }

  private void program(String name, List<String> arguments)
      throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    if (ROOT) {
      words.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    words.add(bin.resolve(name).toString());
    words.addAll(arguments);
    run(words);
  }

  private static void run(List<String> words) throws IOException, InterruptedException {
    var log = Files.createTempFile("postgres", ".log");
    var process =
        new ProcessBuilder(words)
            .directory(Path.of("/tmp").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(words + " failed: " + Files.readString(log));
    }
    Files.delete(log);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

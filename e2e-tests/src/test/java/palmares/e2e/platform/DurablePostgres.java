package palmares.e2e.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The installed PostgreSQL as a server of its own that keeps what it has confirmed, so that it can
/// be killed.
public final class DurablePostgres implements AutoCloseable {

  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path bin;
  private final Path folder;
  private final int port;

  private DurablePostgres(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /// Makes an empty cluster and starts it; the test is skipped where PostgreSQL is not installed.
  public static DurablePostgres start() throws IOException, InterruptedException {
    var bin = installed();
    assumeTrue(bin.isPresent(), "PostgreSQL is not installed");
    // Not below the build folder, which the user postgres may not be able to enter.
    var folder = Files.createTempDirectory(Path.of("/tmp"), "palmares-e2e-postgres-");
    if (ROOT) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    var server = new DurablePostgres(bin.get(), folder, freePort());
    server.program("initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
    Runtime.getRuntime().addShutdownHook(new Thread(server::endLeftOver));
    server.up();
    return server;
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  /// Kills the server and all that it has started, as a power cut does.
  public void kill() throws IOException {
    var pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
    var postmaster = ProcessHandle.of(pid).orElseThrow();
    var children = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().join();
    children.forEach(child -> child.onExit().join());
  }

  /// Starts it, again after a [#kill] with what it had confirmed.
  public void up() throws IOException, InterruptedException {
    program(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + port + " -k " + folder + " -h localhost -c max_connections=200",
        "start");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    program("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    run(List.of("rm", "-rf", folder.toString()));
  }

  /// A test that broke off before it could close the server must not leave it running.
  private void endLeftOver() {
    if (Files.exists(folder)) {
      try {
        close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL in " + folder + " may still run", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void program(String name, String... arguments) throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    if (ROOT) {
      words.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    words.add(bin.resolve(name).toString());
    words.addAll(List.of(arguments));
    run(words);
  }

  private static Optional<Path> installed() throws IOException {
    var root = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (var versions = Files.list(root)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    }
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

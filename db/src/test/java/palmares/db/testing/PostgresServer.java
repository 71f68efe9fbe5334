package palmares.db.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import palmares.db.Database;
import palmares.db.DatabaseConfig;

/// The one PostgreSQL of a test run: the installed one where there is one, else the embedded one.
/// It keeps another time zone than UTC, so that code that forgets about zones fails.
final class PostgresServer {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off",
          "full_page_writes", "off",
          "synchronous_commit", "off",
          "max_connections", "300",
          "timezone", "Asia/Kolkata");

  private final int port;

  private PostgresServer(int port) {
    this.port = port;
  }

  static PostgresServer shared() {
    return Shared.SERVER;
  }

  DatabaseConfig config(String database) {
    return new DatabaseConfig(
        "jdbc:postgresql://localhost:" + port + "/" + database,
        "postgres",
        "",
        10,
        Duration.ofSeconds(30));
  }

  String template() {
    return "palmares_template";
  }

  void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(config("postgres").url(), "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static PostgresServer start() {
    try {
      var installed = installed();
      var server = installed == null ? embedded() : new PostgresServer(startInstalled(installed));
      server.execute("create database " + server.template());
      Database.migrate(server.config(server.template()));
      return server;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("no PostgreSQL for tests", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL started", e);
    }
  }

  private static PostgresServer embedded() throws IOException {
    var builder = EmbeddedPostgres.builder();
    SETTINGS.forEach(builder::setServerConfig);
    return new PostgresServer(builder.start().getPort());
  }

  /// The newest `bin` folder that Debian's packages made, or null.
  private static Path installed() throws IOException {
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

  private static int startInstalled(Path bin) throws IOException, InterruptedException {
    // Not below the build folder, which the user postgres may not be able to enter.
    var data = Files.createTempDirectory(Path.of("/tmp"), "palmares-postgres-");
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) {
      command(List.of("chown", "postgres", data.toString()));
    }
    int port = freePort();
    asServer(
        root,
        List.of(
            bin + "/initdb",
            "-D",
            data + "/data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"));
    var options = new StringBuilder("-p " + port + " -k " + data + " -h localhost");
    SETTINGS.forEach((name, value) -> options.append(" -c " + name + "=" + value));
    asServer(
        root,
        List.of(
            bin + "/pg_ctl",
            "-D",
            data + "/data",
            "-w",
            "-l",
            data + "/log",
            "-o",
            options.toString(),
            "start"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(root, bin, data)));
    return port;
  }

  private static void stop(boolean root, Path bin, Path data) {
    try {
      asServer(root, List.of(bin + "/pg_ctl", "-D", data + "/data", "-m", "immediate", "stop"));
      command(List.of("rm", "-rf", data.toString()));
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL in " + data + " may still run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void asServer(boolean root, List<String> command)
      throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    if (root) {
      words.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    words.addAll(command);
    command(words);
  }

  private static void command(List<String> words) throws IOException, InterruptedException {
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

  private static final class Shared {
    private static final PostgresServer SERVER = start();
  }
}

package palmares.e2e.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import palmares.db.testing.InstalledPostgres;

/// The installed PostgreSQL as a server of its own that keeps what it has confirmed, so that it can
/// be killed.
public final class DurablePostgres implements AutoCloseable {

  private final InstalledPostgres server;

  private DurablePostgres(InstalledPostgres server) {
    this.server = server;
  }

  /// Makes an empty cluster and starts it; the test is skipped where PostgreSQL is not installed.
  public static DurablePostgres start() throws IOException, InterruptedException {
    var server = InstalledPostgres.create("palmares-e2e-postgres-");
    assumeTrue(server != null, "PostgreSQL is not installed");
    var durable = new DurablePostgres(server);
    Runtime.getRuntime().addShutdownHook(new Thread(durable::endLeftOver));
    durable.up();
    return durable;
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + server.port() + "/postgres";
  }

  /// Runs statements as the administrator of the server, one after the other.
  public void execute(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(url(), "postgres", "");
        var statement = connection.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    }
  }

  /// The first column of what a query gives to the administrator, as text.
  public List<String> column(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url(), "postgres", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var column = new ArrayList<String>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  /// Kills the server and all that it has started, as a power cut does.
  public void kill() throws IOException {
    var pid =
        Long.parseLong(
            Files.readAllLines(server.folder().resolve("data/postmaster.pid")).getFirst());
    var postmaster = ProcessHandle.of(pid).orElseThrow();
    var children = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().join();
    children.forEach(child -> child.onExit().join());
  }

  /// Starts it, again after a [#kill] with what it had confirmed.
  public void up() throws IOException, InterruptedException {
    server.start("-c max_connections=200");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
  }

  /// A test that broke off before it could close the server must not leave it running.
  private void endLeftOver() {
    if (Files.exists(server.folder())) {
      try {
        close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL in " + server.folder() + " may still run", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

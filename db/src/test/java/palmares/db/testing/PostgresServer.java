package palmares.db.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import palmares.db.Database;
import palmares.db.DatabaseConfig;

/// The one PostgreSQL of a test run: the installed one where there is one, else the embedded one,
/// which `-Dpalmares.postgres=embedded` asks for in any case. It keeps another time zone than UTC,
/// so that code that forgets about zones fails.
final class PostgresServer {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off",
          "full_page_writes", "off",
          "synchronous_commit", "off",
          "max_connections", "300",
          "timezone", "Asia/Kolkata");

  private static final boolean EMBEDDED =
      "embedded".equals(System.getProperty("palmares.postgres"));

  private static final String LOGIN = "palmares_runtime";

  private final int port;

  private PostgresServer(int port) {
    this.port = port;
  }

  static PostgresServer shared() {
    return Shared.SERVER;
  }

  /// Signed in as the api does: not as the owner of the schema.
  DatabaseConfig config(String database) {
    return new DatabaseConfig(
        "jdbc:postgresql://localhost:" + port + "/" + database,
        LOGIN,
        "",
        10,
        Duration.ofSeconds(30));
  }

  /// The owner of the schema, who may do anything.
  DatabaseConfig owner(String database) {
    return config(database).signedInAs("postgres", "");
  }

  String template() {
    return "palmares_template";
  }

  void execute(String sql) throws SQLException {
    try (var connection = connection(owner("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static Connection connection(DatabaseConfig config) throws SQLException {
    return DriverManager.getConnection(config.url(), config.user(), config.password());
  }

  private static PostgresServer start() {
    try {
      var installed =
          EMBEDDED
              ? null
              : InstalledPostgres.create("palmares-postgres-", "--locale=C", "--no-sync");
      var server = installed == null ? embedded() : new PostgresServer(port(installed));
      server.execute("create database " + server.template());
      server.execute("create role " + LOGIN + " login noinherit");
      Database.migrate(server.owner(server.template()), LOGIN);
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

  private static int port(InstalledPostgres installed) throws IOException, InterruptedException {
    var options = new StringBuilder();
    SETTINGS.forEach((name, value) -> options.append(" -c " + name + "=" + value));
    installed.start(options.toString());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(installed)));
    return installed.port();
  }

  private static void close(InstalledPostgres installed) {
    try {
      installed.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL in " + installed.folder() + " may still run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Shared {
    private static final PostgresServer SERVER = start();
  }
}

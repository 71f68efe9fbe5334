package palmares.db.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import palmares.db.Database;
import palmares.db.DatabaseConfig;
import palmares.db.blob.BlobStore;

/// An empty, migrated database of its own for each test class: `@RegisterExtension static final
/// TestDatabase POSTGRES = new TestDatabase();`
///
/// One server serves all classes of a test run; each database is copied from a template that is
/// migrated once.
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int connections;
  private DatabaseConfig config;
  private Database database;
  private BlobStore blobs;
  private Path folder;

  public TestDatabase() {
    this(10);
  }

  /// For tests with many transactions at a time.
  public TestDatabase(int connections) {
    this.connections = connections;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    var server = PostgresServer.shared();
    var name = "test_" + COUNT.incrementAndGet();
    server.execute("create database " + name + " template " + server.template());
    var base = server.config(name);
    config =
        new DatabaseConfig(base.url(), base.user(), base.password(), connections, base.patience());
    database = Database.connect(config);
    folder = Files.createTempDirectory("palmares-test-");
    blobs = new BlobStore(folder.resolve("blobs"));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    database.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  public Database database() {
    return database;
  }

  /// Where it is, with the api's login, for a context or process that opens it itself.
  public DatabaseConfig config() {
    return config;
  }

  /// The same for the owner of the schema.
  public DatabaseConfig owner() {
    return config.signedInAs("postgres", "");
  }

  /// An empty blob directory that goes with the database.
  public BlobStore blobs() {
    return blobs;
  }

  /// Removed with the database.
  public Path emptyDirectory() throws IOException {
    return Files.createTempDirectory(folder, "empty-");
  }

  /// Runs statements as the owner of the schema, who may do what the api may not.
  public void asOwner(String sql) {
    try (var connection = PostgresServer.connection(owner());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  /// The first column of every row, read as the owner of the schema.
  public <T> List<T> query(String sql, Class<T> type) {
    try (var connection = PostgresServer.connection(owner());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<T>();
      while (rows.next()) {
        values.add(rows.getObject(1, type));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }
}

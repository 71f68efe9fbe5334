package palmares.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/// A connection of its own that waits to be woken by `NOTIFY`. A notification only wakes: whoever
/// waits looks at the tables afterwards, and looks now and then in any case, because notifications
/// are lost while the database is away.
public final class Notifications implements AutoCloseable {

  private final Connection connection;

  private Notifications(Connection connection) {
    this.connection = connection;
  }

  /// @throws SQLException if the database cannot be reached
  public static Notifications listen(DatabaseConfig config, String... channels)
      throws SQLException {
    var connection = Database.source(config).getConnection();
    try (var statement = connection.createStatement()) {
      for (var channel : channels) {
        statement.execute("listen " + channel);
      }
      return new Notifications(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Returns when notified or after `patience`; true when notified.
  ///
  /// @throws SQLException if the connection is lost
  public boolean await(Duration patience) throws SQLException {
    var arrived =
        connection
            .unwrap(PGConnection.class)
            .getNotifications(Math.max(1, (int) patience.toMillis()));
    return arrived != null && arrived.length > 0;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

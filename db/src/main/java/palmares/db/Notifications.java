package palmares.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// A connection of its own that waits to be woken by `NOTIFY`. A notification only wakes: whoever
/// waits looks at the tables afterwards, and looks now and then in any case, because notifications
/// are lost while the database is away.
public final class Notifications implements AutoCloseable {

  private final Connection connection;

  private Notifications(Connection connection) {
    this.connection = connection;
  }

  /// @throws DataAccessException if the database cannot be reached
  public static Notifications listen(DatabaseConfig config, String... channels) {
    try {
      var connection = Database.source(config).getConnection();
      var notifications = new Notifications(connection);
      try (var statement = connection.createStatement()) {
        for (var channel : channels) {
          statement.execute("listen " + channel);
        }
        return notifications;
      } catch (SQLException e) {
        notifications.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new DataAccessException("cannot listen at " + config.url(), e);
    }
  }

  /// Returns when notified or after `patience`; true when notified.
  ///
  /// @throws DataAccessException if the connection is lost
  public boolean await(Duration patience) {
    return !payloads(patience).isEmpty();
  }

  /// What the notifications carry that arrive first, each payload once; empty after `patience`.
  ///
  /// @throws DataAccessException if the connection is lost
  public Set<String> payloads(Duration patience) {
    try {
      var arrived =
          connection
              .unwrap(PGConnection.class)
              .getNotifications(Math.max(1, (int) patience.toMillis()));
      return arrived == null
          ? Set.of()
          : Stream.of(arrived).map(PGNotification::getParameter).collect(Collectors.toSet());
    } catch (SQLException e) {
      throw new DataAccessException("the connection that listens is lost", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessException("cannot close the connection that listens", e);
    }
  }
}

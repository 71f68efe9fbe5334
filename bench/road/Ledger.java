package road;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/// What the ledger says, read where it lies, so that nothing of the api is part of a measurement.
final class Ledger implements AutoCloseable {

  private final Connection connection;

  Ledger(String url) throws SQLException {
    connection = DriverManager.getConnection(url, "postgres", "trusted-on-loopback");
  }

  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> read(String sql, Reader<T> reader, Object... arguments) throws SQLException {
    try (var statement = prepared(sql, arguments);
        var rows = statement.executeQuery()) {
      var read = new ArrayList<T>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  <T> T one(String sql, Reader<T> reader, Object... arguments) throws SQLException {
    var rows = read(sql, reader, arguments);
    if (rows.size() != 1) {
      throw new IllegalStateException(rows.size() + " rows instead of one for: " + sql);
    }
    return rows.getFirst();
  }

  int change(String sql, Object... arguments) throws SQLException {
    try (var statement = prepared(sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  UUID run(UUID submission) throws SQLException {
    return one("select id from run where submission_id = ?", row -> uuid(row, "id"), submission);
  }

  boolean hasEnded(UUID run) throws SQLException {
    return one("select due_at is null from run where id = ?", row -> row.getBoolean(1), run);
  }

  /// When the first job of the run was claimed.
  Instant started(UUID run) throws SQLException {
    return one(
        """
        select min(attempt.claimed_at) as at from attempt join job on job.id = attempt.job_id
        where job.run_id = ? having count(*) > 0
        """,
        row -> instant(row, "at"),
        run);
  }

  Instant ended(UUID run) throws SQLException {
    return one("select state_since from run where id = ?", row -> instant(row, "state_since"), run);
  }

  /// Copies rows, as text, into columns of a table.
  long copy(String into, byte[] lines) throws Exception {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + into + " from stdin", new java.io.ByteArrayInputStream(lines));
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

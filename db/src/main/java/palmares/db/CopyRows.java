package palmares.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by COPY, which is several times faster than INSERT. They are sent
/// on in pieces: together they may be more than memory holds.
public final class CopyRows {

  private static final String DUPLICATE = "23505";
  private static final int PIECE = 64 * 1024;

  private final CopyIn copy;
  private final StringBuilder piece = new StringBuilder(PIECE);
  private boolean isFirst = true;

  private CopyRows(CopyIn copy) {
    this.copy = copy;
  }

  /// @param into table and columns, as in `score (run_no, value)`
  /// @param source writes the rows; it must not use the transaction meanwhile
  /// @return the number of rows stored
  /// @throws DataAccessException if the database refuses one of them, and thereby all
  public static long copy(Tx tx, String into, Consumer<CopyRows> source) {
    return tx.connection(connection -> copy(connection, into, source));
  }

  /// Copies, and only where a key is there already, as after a repeated batch, does the slower
  /// `insert`, which can leave those out.
  ///
  /// @return the number of rows that were new
  public static int copyOrElse(Tx tx, LongSupplier copy, IntSupplier insert) {
    tx.sql().execute("savepoint before_copy");
    try {
      int stored = (int) copy.getAsLong();
      tx.sql().execute("release savepoint before_copy");
      return stored;
    } catch (DataAccessException e) {
      if (!DUPLICATE.equals(e.sqlState())) {
        throw e;
      }
      tx.sql().execute("rollback to savepoint before_copy");
      return insert.getAsInt();
    }
  }

  private static long copy(Connection connection, String into, Consumer<CopyRows> source) {
    try {
      var api = connection.unwrap(PGConnection.class).getCopyAPI();
      var copy = api.copyIn("copy %s from stdin".formatted(into));
      try {
        var rows = new CopyRows(copy);
        source.accept(rows);
        rows.send();
        return copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new DataAccessException("cannot copy into " + into, e);
    }
  }

  /// The next column of the row at hand.
  public CopyRows add(@Nullable Object value) {
    if (!isFirst) {
      piece.append('\t');
    }
    isFirst = false;
    if (value == null) {
      piece.append("\\N");
    } else if (value instanceof String text) {
      addText(text);
    } else {
      piece.append(value);
    }
    return this;
  }

  private void addText(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '\\' -> piece.append("\\\\");
        case '\n' -> piece.append("\\n");
        case '\r' -> piece.append("\\r");
        case '\t' -> piece.append("\\t");
        default -> piece.append(c);
      }
    }
  }

  public void endRow() {
    piece.append('\n');
    isFirst = true;
    if (piece.length() >= PIECE) {
      send();
    }
  }

  private void send() {
    var bytes = piece.toString().getBytes(UTF_8);
    piece.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new DataAccessException("cannot send rows", e);
    }
  }
}

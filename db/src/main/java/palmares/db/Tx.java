package palmares.db;

import java.sql.Connection;
import java.util.function.Function;
import org.jooq.DSLContext;

/// One transaction in progress. Stores take it first and never end it: that is for
/// [Database#transact].
public final class Tx {

  private final DSLContext sql;

  Tx(DSLContext sql) {
    this.sql = sql;
  }

  /// For stores alone: other modules do not see jOOQ.
  public DSLContext sql() {
    return sql;
  }

  /// For stores that need the driver itself, such as for COPY.
  public <T> T connection(Function<Connection, T> work) {
    return sql.connectionResult(work::apply);
  }
}

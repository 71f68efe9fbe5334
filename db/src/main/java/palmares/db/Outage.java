package palmares.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a database that cannot be had from work that went wrong.
public final class Outage {

  /// Classes of SQLSTATE: no connection, no authorisation, no such database, no resources, stopped
  /// by an operator.
  private static final Set<String> CLASSES = Set.of("08", "28", "3D", "53", "57");

  private Outage() {}

  /// Why the database does not answer, in one line; null if that is not what has failed.
  public static @Nullable String reason(Throwable failure) {
    @Nullable String reason = null;
    Throwable last = null;
    for (var each = failure; each != null && each != last; each = each.getCause()) {
      last = each;
      if (each instanceof SQLTransientConnectionException
          || (each instanceof SQLException sql && isOutage(sql.getSQLState()))) {
        reason = String.valueOf(each.getMessage()).lines().findFirst().orElse("no reason given");
      }
    }
    return reason;
  }

  private static boolean isOutage(@Nullable String state) {
    return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }
}

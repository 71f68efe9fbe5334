package palmares.db.benchmark;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import palmares.db.Database;
import palmares.db.Tx;

/// The role that alone may read gold and add to it. It is entered in this package and nowhere else,
/// for as long as one piece of work takes.
final class GoldRole {

  private static final String NAME = "palmares_gold";

  private GoldRole() {}

  static <T> T in(Tx tx, Function<DSLContext, T> work) {
    become(tx, NAME);
    T found;
    try {
      found = work.apply(tx.sql());
    } catch (RuntimeException e) {
      leaveAfter(tx, e);
      throw e;
    }
    become(tx, Database.ROLE);
    return found;
  }

  /// Whoever catches the failure and goes on must not do so with gold. A transaction that the
  /// database has broken off takes no more statements, and ends the role with itself.
  private static void leaveAfter(Tx tx, RuntimeException failure) {
    try {
      become(tx, Database.ROLE);
    } catch (DataAccessException e) {
      failure.addSuppressed(e);
    }
  }

  private static void become(Tx tx, String role) {
    tx.sql().execute("set local role " + role);
  }
}

package palmares.db;

import static org.jooq.impl.DSL.val;

import java.util.Locale;

/// Locks that belong to no row and end with the transaction. Names of different purposes never
/// meet, however they are spelt.
public enum NamedLock {
  BENCHMARK,
  DISPATCH,
  ERRATUM,
  EVENTS,
  EXCLUSION,
  IDEMPOTENCY,
  LEADERBOARD,
  PAIRING,
  PROVIDED_ACCOUNT,
  TEAM;

  /// Waits until nobody else has it.
  public void hold(Tx tx, Object name) {
    tx.sql().execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val(key(name)));
  }

  /// False if somebody else has it.
  public boolean tryHold(Tx tx, Object name) {
    return tx.sql()
        .fetchSingle(
            "select pg_try_advisory_xact_lock(hashtextextended({0}, 0)) as held", val(key(name)))
        .get("held", Boolean.class);
  }

  private String key(Object name) {
    return name().toLowerCase(Locale.ROOT) + " " + name;
  }
}

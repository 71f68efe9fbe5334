package palmares.db;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// The one clock that decides over leases and deadlines. It goes on within a transaction, unlike
/// `now()`, which would date a lease back to before a wait for a lock.
public final class DatabaseClock {

  private DatabaseClock() {}

  public static Field<Instant> now() {
    return field("clock_timestamp()", SQLDataType.INSTANT);
  }

  public static Field<Instant> in(Duration duration) {
    return field(
        "clock_timestamp() + {0} * interval '1 millisecond'",
        SQLDataType.INSTANT, val(duration.toMillis()));
  }
}

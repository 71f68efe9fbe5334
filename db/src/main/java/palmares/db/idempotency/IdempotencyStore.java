package palmares.db.idempotency;

import static palmares.db.schema.Tables.IDEMPOTENCY;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import palmares.db.DatabaseClock;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Keys and the answers given under them, kept for two days.
public final class IdempotencyStore {

  public static final Duration KEPT = Duration.ofHours(48);

  private IdempotencyStore() {}

  /// What is known of a key.
  public sealed interface Known {

    /// Nothing: the caller goes on, and holds the key until its transaction ends.
    record New() implements Known {}

    record Answered(int status, String location, String body) implements Known {}

    /// It was used for something else.
    record OtherRequest() implements Known {}

    /// The first request under it has not ended.
    record InProgress() implements Known {}
  }

  public static Known begin(Tx tx, IdempotencyKey key) {
    var scope = "%s %s %s %s".formatted(key.account(), key.method(), key.route(), key.key());
    if (!NamedLock.IDEMPOTENCY.tryHold(tx, scope)) {
      return new Known.InProgress();
    }
    var same = same(key.account(), key.method(), key.route(), key.key());
    tx.sql().deleteFrom(IDEMPOTENCY).where(same).and(isOld()).execute();
    return tx.sql()
        .selectFrom(IDEMPOTENCY)
        .where(same)
        .fetchOptional(row ->
            row.getFingerprint().equals(key.fingerprint())
                ? new Known.Answered(row.getStatus(), row.getLocation(), row.getBody())
                : (Known) new Known.OtherRequest())
        .orElseGet(Known.New::new);
  }

  /// Where the answer under this key points to, if one has been given.
  public static Optional<String> location(
      Tx tx, UUID account, String method, String route, String key) {
    return tx.sql()
        .select(IDEMPOTENCY.LOCATION)
        .from(IDEMPOTENCY)
        .where(same(account, method, route, key))
        .fetchOptional(IDEMPOTENCY.LOCATION);
  }

  /// Forgets all keys that have been kept long enough.
  public static int forgetOld(Tx tx) {
    return tx.sql().deleteFrom(IDEMPOTENCY).where(isOld()).execute();
  }

  private static Condition same(UUID account, String method, String route, String key) {
    return IDEMPOTENCY
        .ACCOUNT_ID
        .eq(account)
        .and(IDEMPOTENCY.METHOD.eq(method))
        .and(IDEMPOTENCY.ROUTE.eq(route))
        .and(IDEMPOTENCY.KEY.eq(key));
  }

  private static Condition isOld() {
    return IDEMPOTENCY.CREATED_AT.lt(DatabaseClock.in(KEPT.negated()));
  }

  /// Keeps the answer, in the transaction of the effect.
  public static void end(Tx tx, IdempotencyKey key, int status, String location, String body) {
    tx.sql()
        .insertInto(IDEMPOTENCY)
        .set(IDEMPOTENCY.ACCOUNT_ID, key.account())
        .set(IDEMPOTENCY.METHOD, key.method())
        .set(IDEMPOTENCY.ROUTE, key.route())
        .set(IDEMPOTENCY.KEY, key.key())
        .set(IDEMPOTENCY.FINGERPRINT, key.fingerprint())
        .set(IDEMPOTENCY.STATUS, status)
        .set(IDEMPOTENCY.LOCATION, location)
        .set(IDEMPOTENCY.BODY, body)
        .execute();
  }
}

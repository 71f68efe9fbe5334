package palmares.db.idempotency;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.IDEMPOTENCY;

import java.time.Duration;
import java.util.UUID;
import org.jooq.impl.DSL;
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
    forgetOld(tx);
    return tx.sql()
        .selectFrom(IDEMPOTENCY)
        .where(IDEMPOTENCY.ACCOUNT_ID.eq(key.account()))
        .and(IDEMPOTENCY.METHOD.eq(key.method()))
        .and(IDEMPOTENCY.ROUTE.eq(key.route()))
        .and(IDEMPOTENCY.KEY.eq(key.key()))
        .fetchOptional(row ->
            row.getFingerprint().equals(key.fingerprint())
                ? new Known.Answered(row.getStatus(), row.getLocation(), row.getBody())
                : (Known) new Known.OtherRequest())
        .orElseGet(Known.New::new);
  }

  /// Whether a request under this key has been answered.
  public static boolean isKnown(Tx tx, UUID account, String method, String route, String key) {
    return tx.sql()
        .fetchExists(
            IDEMPOTENCY,
            IDEMPOTENCY
                .ACCOUNT_ID
                .eq(account)
                .and(IDEMPOTENCY.METHOD.eq(method))
                .and(IDEMPOTENCY.ROUTE.eq(route))
                .and(IDEMPOTENCY.KEY.eq(key)));
  }

  private static void forgetOld(Tx tx) {
    tx.sql()
        .deleteFrom(IDEMPOTENCY)
        .where(
            IDEMPOTENCY.CREATED_AT.lt(
                DSL.field(
                    "now() - {0} * interval '1 second'",
                    IDEMPOTENCY.CREATED_AT.getDataType(), val(KEPT.toSeconds()))))
        .execute();
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

package palmares.db.notification;

import static palmares.db.schema.Tables.MAIL_ADDRESS;
import static palmares.db.schema.Tables.OUTBOX;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Sha256;
import palmares.db.Tx;

/// Mail addresses of accounts, and the codes that confirm them.
public final class MailStore {

  /// The event whose message carries a code.
  public static final String CONFIRM = "confirm-address";

  private static final int MOST_FAILURES = 5;

  private MailStore() {}

  public static @Nullable MailAddress find(Tx tx, UUID account) {
    return tx.sql()
        .selectFrom(MAIL_ADDRESS)
        .where(MAIL_ADDRESS.ACCOUNT_ID.eq(account))
        .fetchOne(row ->
            new MailAddress(
                row.getAddress(), row.getConfirmedAt() != null, List.of(row.getEvents())));
  }

  /// Puts an address that is to be confirmed in the place of any other.
  public static void set(Tx tx, UUID account, String address, List<String> events) {
    tx.sql()
        .insertInto(MAIL_ADDRESS)
        .set(MAIL_ADDRESS.ACCOUNT_ID, account)
        .set(MAIL_ADDRESS.ADDRESS, address)
        .set(MAIL_ADDRESS.EVENTS, events.toArray(String[]::new))
        .onConflict(MAIL_ADDRESS.ACCOUNT_ID)
        .doUpdate()
        .set(MAIL_ADDRESS.ADDRESS, address)
        .setNull(MAIL_ADDRESS.CONFIRMED_AT)
        .setNull(MAIL_ADDRESS.HASH)
        .setNull(MAIL_ADDRESS.CODE_ENDS_AT)
        .execute();
  }

  public static boolean setEvents(Tx tx, UUID account, List<String> events) {
    return tx.sql()
            .update(MAIL_ADDRESS)
            .set(MAIL_ADDRESS.EVENTS, events.toArray(String[]::new))
            .where(MAIL_ADDRESS.ACCOUNT_ID.eq(account))
            .execute()
        == 1;
  }

  /// Removes the address, and what was on its way there.
  public static void remove(Tx tx, UUID account) {
    tx.sql()
        .deleteFrom(OUTBOX)
        .where(OUTBOX.ACCOUNT_ID.eq(account))
        .and(OUTBOX.STATE.eq("ready"))
        .and(OUTBOX.EVENT.ne(CONFIRM))
        .execute();
    tx.sql().deleteFrom(MAIL_ADDRESS).where(MAIL_ADDRESS.ACCOUNT_ID.eq(account)).execute();
  }

  /// @return false if the account has another address by now, or has confirmed this one
  public static boolean setCode(
      Tx tx, UUID account, String address, Sha256 hash, Duration lifetime) {
    return tx.sql()
            .update(MAIL_ADDRESS)
            .set(MAIL_ADDRESS.HASH, hash)
            .set(MAIL_ADDRESS.CODE_ENDS_AT, DatabaseClock.in(lifetime))
            .set(MAIL_ADDRESS.CODE_FAILURES, 0)
            .where(MAIL_ADDRESS.ACCOUNT_ID.eq(account))
            .and(MAIL_ADDRESS.ADDRESS.eq(address))
            .and(MAIL_ADDRESS.CONFIRMED_AT.isNull())
            .execute()
        == 1;
  }

  /// Takes a code, and counts one that is wrong: after five of them, none is right any more.
  ///
  /// @return whether it was right
  public static boolean confirm(Tx tx, UUID account, Sha256 hash) {
    var mine = MAIL_ADDRESS.ACCOUNT_ID.eq(account).and(MAIL_ADDRESS.CONFIRMED_AT.isNull());
    boolean confirmed =
        tx.sql()
                .update(MAIL_ADDRESS)
                .set(MAIL_ADDRESS.CONFIRMED_AT, DatabaseClock.now())
                .setNull(MAIL_ADDRESS.HASH)
                .setNull(MAIL_ADDRESS.CODE_ENDS_AT)
                .where(mine)
                .and(MAIL_ADDRESS.HASH.eq(hash))
                .and(MAIL_ADDRESS.CODE_ENDS_AT.gt(DatabaseClock.now()))
                .and(MAIL_ADDRESS.CODE_FAILURES.lt(MOST_FAILURES))
                .execute()
            == 1;
    if (!confirmed) {
      tx.sql()
          .update(MAIL_ADDRESS)
          .set(MAIL_ADDRESS.CODE_FAILURES, MAIL_ADDRESS.CODE_FAILURES.plus(1))
          .where(mine)
          .execute();
    }
    return confirmed;
  }

  /// How many codes an account has asked for within a day.
  public static int codesFor(Tx tx, UUID account) {
    return codes(tx, OUTBOX.ACCOUNT_ID.eq(account));
  }

  /// How many codes anybody has asked for at one address within a day.
  ///
  /// @param data of the message that carries the code
  public static int codesTo(Tx tx, String data) {
    return codes(tx, OUTBOX.DATA.eq(data));
  }

  private static int codes(Tx tx, Condition which) {
    return tx.sql()
        .fetchCount(
            DSL.selectFrom(OUTBOX)
                .where(OUTBOX.EVENT.eq(CONFIRM))
                .and(
                    OUTBOX.CREATED_AT.gt(
                        DSL.field("now() - interval '1 day'", SQLDataType.INSTANT)))
                .and(which));
  }
}

package palmares.db.identity;

import static palmares.db.schema.Tables.RECOVERY_CODE;
import static palmares.db.schema.Tables.SECOND_FACTOR;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.schema.tables.records.SecondFactorRecord;

/// Second factors and the recovery codes that stand in for them.
public final class SecondFactorStore {

  private SecondFactorStore() {}

  /// Puts a factor that is not confirmed yet in the place of an earlier one that was not either.
  ///
  /// @return whether there was no confirmed one in the way
  public static boolean begin(Tx tx, UUID account, String sealed) {
    return tx.sql()
            .insertInto(SECOND_FACTOR, SECOND_FACTOR.ACCOUNT_ID, SECOND_FACTOR.SEALED)
            .values(account, sealed)
            .onConflict(SECOND_FACTOR.ACCOUNT_ID)
            .doUpdate()
            .set(SECOND_FACTOR.SEALED, sealed)
            .set(SECOND_FACTOR.BEGUN_AT, DatabaseClock.now())
            .set(SECOND_FACTOR.LAST_STEP, 0L)
            .set(SECOND_FACTOR.FAILURES, 0)
            .setNull(SECOND_FACTOR.NEXT_TRY_AT)
            .where(SECOND_FACTOR.CONFIRMED_AT.isNull())
            .execute()
        == 1;
  }

  public static @Nullable SecondFactorRow find(Tx tx, UUID account) {
    return tx.sql()
        .selectFrom(SECOND_FACTOR)
        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
        .fetchOne(SecondFactorStore::row);
  }

  /// The same, held until the transaction ends: codes of one account are tried one after another.
  public static @Nullable SecondFactorRow lock(Tx tx, UUID account) {
    return tx.sql()
        .selectFrom(SECOND_FACTOR)
        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
        .forUpdate()
        .fetchOne(SecondFactorStore::row);
  }

  private static SecondFactorRow row(SecondFactorRecord row) {
    return new SecondFactorRow(
        row.getAccountId(),
        row.getSealed(),
        row.getConfirmedAt(),
        row.getFailures(),
        row.getNextTryAt());
  }

  /// Uses a step of time up.
  ///
  /// @return false if it, or a later one, was used before
  public static boolean useStep(Tx tx, UUID account, long step) {
    return tx.sql()
            .update(SECOND_FACTOR)
            .set(SECOND_FACTOR.LAST_STEP, step)
            .set(SECOND_FACTOR.FAILURES, 0)
            .setNull(SECOND_FACTOR.NEXT_TRY_AT)
            .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
            .and(SECOND_FACTOR.LAST_STEP.lt(step))
            .execute()
        == 1;
  }

  public static void confirm(Tx tx, UUID account) {
    tx.sql()
        .update(SECOND_FACTOR)
        .set(SECOND_FACTOR.CONFIRMED_AT, DatabaseClock.now())
        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
        .execute();
  }

  /// @param nextTry before which no code may be tried; absent if the next may come at once
  public static void failed(Tx tx, UUID account, @Nullable Instant nextTry) {
    tx.sql()
        .update(SECOND_FACTOR)
        .set(SECOND_FACTOR.FAILURES, SECOND_FACTOR.FAILURES.plus(1))
        .set(SECOND_FACTOR.NEXT_TRY_AT, nextTry)
        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
        .execute();
  }

  /// @return whether there was one
  public static boolean remove(Tx tx, UUID account) {
    tx.sql().deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT_ID.eq(account)).execute();
    return tx.sql().deleteFrom(SECOND_FACTOR).where(SECOND_FACTOR.ACCOUNT_ID.eq(account)).execute()
        == 1;
  }

  /// Puts new recovery codes in the place of all earlier ones.
  public static void setRecoveryCodes(Tx tx, UUID account, List<Sha256> hashes) {
    tx.sql().deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT_ID.eq(account)).execute();
    var insert = tx.sql().insertInto(RECOVERY_CODE, RECOVERY_CODE.ACCOUNT_ID, RECOVERY_CODE.HASH);
    for (var hash : hashes) {
      insert = insert.values(account, hash);
    }
    insert.execute();
  }

  /// Uses a recovery code up, and forgets the failures before it.
  ///
  /// @return false if there is no such code that is still good
  public static boolean useRecoveryCode(Tx tx, UUID account, Sha256 hash) {
    var used =
        tx.sql()
                .update(RECOVERY_CODE)
                .set(RECOVERY_CODE.USED_AT, DatabaseClock.now())
                .where(RECOVERY_CODE.ACCOUNT_ID.eq(account))
                .and(RECOVERY_CODE.HASH.eq(hash))
                .and(RECOVERY_CODE.USED_AT.isNull())
                .execute()
            == 1;
    if (used) {
      tx.sql()
          .update(SECOND_FACTOR)
          .set(SECOND_FACTOR.FAILURES, 0)
          .setNull(SECOND_FACTOR.NEXT_TRY_AT)
          .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
          .execute();
    }
    return used;
  }

  public static int recoveryCodesLeft(Tx tx, UUID account) {
    return tx.sql()
        .fetchCount(
            DSL.selectFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.ACCOUNT_ID.eq(account))
                .and(RECOVERY_CODE.USED_AT.isNull()));
  }

  /// Factors that are not sealed under the present key, held until the transaction ends; ones that
  /// others hold are left to them.
  ///
  /// @param prefix of what is sealed under the present key
  public static List<SecondFactorRow> outdated(Tx tx, String prefix, int limit) {
    return tx.sql()
        .selectFrom(SECOND_FACTOR)
        .where(SECOND_FACTOR.SEALED.startsWith(prefix).not())
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .fetch(SecondFactorStore::row);
  }

  public static void reseal(Tx tx, UUID account, String sealed) {
    tx.sql()
        .update(SECOND_FACTOR)
        .set(SECOND_FACTOR.SEALED, sealed)
        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account))
        .execute();
  }
}

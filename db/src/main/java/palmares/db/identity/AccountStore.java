package palmares.db.identity;

import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.PROVIDER_IDENTITY;

import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// Accounts.
public final class AccountStore {

  private AccountStore() {}

  public static @Nullable Account find(Tx tx, String name) {
    return listing(tx)
        .where(ACCOUNT.NAME.eq(name))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .fetchOne(row ->
            new Account(
                row.get(ACCOUNT.ID),
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.ROLE),
                row.get(PROVIDER_IDENTITY.ACCOUNT_ID) != null,
                row.get(ACCOUNT.SECRET_HASH),
                row.get(ACCOUNT.ONE_TIME)));
  }

  /// Holds the account until the transaction ends, so that what is counted for it stays true.
  public static void lock(Tx tx, UUID account) {
    tx.sql().select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.ID.eq(account)).forUpdate().execute();
  }

  /// What an open account is called.
  public static @Nullable String name(Tx tx, UUID id) {
    return tx.sql()
        .select(ACCOUNT.NAME)
        .from(ACCOUNT)
        .where(ACCOUNT.ID.eq(id))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .fetchOne(ACCOUNT.NAME);
  }

  /// Adds an account with its personal team, as yet without a secret.
  ///
  /// @return whether the name was free, for the account and for its team
  public static boolean create(Tx tx, UUID id, String name, String role) {
    TeamStore.lockName(tx, name);
    // A team of another kind may have the name: an account without its team must not stay behind.
    return TeamStore.find(tx, name) == null
        && tx.sql()
                .insertInto(ACCOUNT, ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.ROLE)
                .values(id, name, role)
                .onConflictDoNothing()
                .execute()
            == 1
        && TeamStore.createPersonal(tx, id, name);
  }

  public static boolean setSecret(Tx tx, UUID account, String secretHash, boolean oneTime) {
    return tx.sql()
            .update(ACCOUNT)
            .set(ACCOUNT.SECRET_HASH, secretHash)
            .set(ACCOUNT.ONE_TIME, oneTime)
            .where(ACCOUNT.ID.eq(account))
            .execute()
        == 1;
  }

  /// Sets a lasting secret in the place of the one that was read.
  ///
  /// @return false if that has been replaced meanwhile
  public static boolean replaceSecret(
      Tx tx, UUID account, @Nullable String read, String secretHash) {
    return tx.sql()
            .update(ACCOUNT)
            .set(ACCOUNT.SECRET_HASH, secretHash)
            .set(ACCOUNT.ONE_TIME, false)
            .where(ACCOUNT.ID.eq(account).and(ACCOUNT.SECRET_HASH.isNotDistinctFrom(read)))
            .execute()
        == 1;
  }

  public static void setRole(Tx tx, UUID account, String role) {
    tx.sql().update(ACCOUNT).set(ACCOUNT.ROLE, role).where(ACCOUNT.ID.eq(account)).execute();
  }

  /// Uses a one-time secret up.
  ///
  /// @return false if someone else has done so meanwhile
  public static boolean spendSecret(Tx tx, UUID account, String secretHash) {
    return tx.sql()
            .update(ACCOUNT)
            .setNull(ACCOUNT.SECRET_HASH)
            .where(ACCOUNT.ID.eq(account))
            .and(ACCOUNT.ONE_TIME)
            .and(ACCOUNT.SECRET_HASH.eq(secretHash))
            .execute()
        == 1;
  }

  public static void setClosed(Tx tx, UUID account, boolean closed) {
    tx.sql()
        .update(ACCOUNT)
        .set(
            ACCOUNT.DISABLED_AT,
            closed
                ? DSL.coalesce(ACCOUNT.DISABLED_AT, DSL.currentInstant())
                : DSL.inline(null, ACCOUNT.DISABLED_AT))
        .where(ACCOUNT.ID.eq(account))
        .execute();
  }

  /// The account of this name, also if it is closed.
  public static @Nullable AccountListing listed(Tx tx, String name) {
    return listing(tx).where(ACCOUNT.NAME.eq(name)).fetchOne(AccountStore::listing);
  }

  /// Accounts by name, closed ones among them.
  ///
  /// @param after the name that the page before ended with
  public static List<AccountListing> page(Tx tx, @Nullable String after, int limit) {
    return listing(tx)
        .where(after == null ? DSL.noCondition() : ACCOUNT.NAME.gt(after))
        .orderBy(ACCOUNT.NAME)
        .limit(limit)
        .fetch(AccountStore::listing);
  }

  private static SelectOnConditionStep<Record> listing(Tx tx) {
    return tx.sql()
        .select(ACCOUNT.fields())
        .select(PROVIDER_IDENTITY.ACCOUNT_ID)
        .from(ACCOUNT)
        .leftJoin(PROVIDER_IDENTITY)
        .on(PROVIDER_IDENTITY.ACCOUNT_ID.eq(ACCOUNT.ID));
  }

  private static AccountListing listing(Record row) {
    return new AccountListing(
        row.get(ACCOUNT.ID),
        row.get(ACCOUNT.NAME),
        row.get(ACCOUNT.ROLE),
        row.get(PROVIDER_IDENTITY.ACCOUNT_ID) != null,
        row.get(ACCOUNT.DISABLED_AT) != null,
        row.get(ACCOUNT.CREATED_AT));
  }
}

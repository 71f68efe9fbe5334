package palmares.db.identity;

import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.MEMBERSHIP;
import static palmares.db.schema.Tables.TEAM;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.UuidV7;

/// Accounts and the teams they belong to.
public final class AccountStore {

  private AccountStore() {}

  public static @Nullable Account find(Tx tx, String name) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.NAME.eq(name))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .fetchOne(row ->
            new Account(
                row.getId(), row.getName(), row.getRole(), row.getSecretHash(), row.getOneTime()));
  }

  /// Adds an account with a one-time secret and its personal team.
  ///
  /// @return whether the name was free, for the account and for its team
  public static boolean create(Tx tx, UUID id, String name, String role, String secretHash) {
    var added =
        tx.sql()
            .insertInto(ACCOUNT, ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.ROLE)
            .values(id, name, role)
            .onConflictDoNothing()
            .execute();
    return added == 1 && setSecret(tx, id, secretHash, true) && createPersonalTeam(tx, id, name);
  }

  private static boolean createPersonalTeam(Tx tx, UUID account, String name) {
    var team = UuidV7.next();
    tx.sql()
        .insertInto(TEAM, TEAM.ID, TEAM.NAME, TEAM.PERSONAL_OF)
        .values(team, name, account)
        .execute();
    return tx.sql()
            .insertInto(MEMBERSHIP, MEMBERSHIP.TEAM_ID, MEMBERSHIP.ACCOUNT_ID, MEMBERSHIP.ROLE)
            .values(team, account, "owner")
            .execute()
        == 1;
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

  /// The teams of an account, its personal one first.
  public static List<TeamName> teams(Tx tx, UUID account) {
    return tx.sql()
        .select(TEAM.ID, TEAM.NAME, TEAM.PERSONAL_OF)
        .from(TEAM)
        .join(MEMBERSHIP)
        .on(MEMBERSHIP.TEAM_ID.eq(TEAM.ID))
        .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .orderBy(TEAM.PERSONAL_OF.eq(account).desc().nullsLast(), TEAM.NAME)
        .fetch(row -> new TeamName(row.value1(), row.value2(), account.equals(row.value3())));
  }
}

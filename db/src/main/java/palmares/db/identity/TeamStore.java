package palmares.db.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.MEMBERSHIP;
import static palmares.db.schema.Tables.TEAM;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.NamedLock;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.schema.tables.records.TeamRecord;

/// Teams and who belongs to them.
public final class TeamStore {

  private TeamStore() {}

  /// Makes everyone else who gives this name to an account or a team wait until the transaction
  /// ends.
  static void lockName(Tx tx, String name) {
    NamedLock.TEAM.hold(tx, name);
  }

  public static @Nullable TeamRow find(Tx tx, String name) {
    return tx.sql().selectFrom(TEAM).where(TEAM.NAME.eq(name)).fetchOne(TeamStore::row);
  }

  /// The names of teams, in the order of the alphabet.
  public static List<String> names(Tx tx, List<UUID> ids) {
    return tx.sql()
        .select(TEAM.NAME)
        .from(TEAM)
        .where(TEAM.ID.in(ids))
        .orderBy(TEAM.NAME)
        .fetch(TEAM.NAME);
  }

  /// Holds the team until the transaction ends, so that two changes of its members come one after
  /// the other.
  public static @Nullable TeamRow lock(Tx tx, String name) {
    return tx.sql().selectFrom(TEAM).where(TEAM.NAME.eq(name)).forUpdate().fetchOne(TeamStore::row);
  }

  /// The team of a group of the identity provider.
  public static @Nullable TeamRow ofGroup(Tx tx, String group) {
    return tx.sql().selectFrom(TEAM).where(TEAM.PROVIDER_GROUP.eq(group)).fetchOne(TeamStore::row);
  }

  private static TeamRow row(TeamRecord row) {
    return new TeamRow(
        row.getId(),
        row.getName(),
        row.getPersonalOf() != null,
        row.getProviderGroup(),
        row.getCreatedAt());
  }

  /// @param group of the identity provider; absent for a team of ours
  /// @return whether name and group were free
  public static boolean create(Tx tx, UUID id, String name, @Nullable String group) {
    lockName(tx, name);
    return tx.sql()
            .insertInto(TEAM, TEAM.ID, TEAM.NAME, TEAM.PROVIDER_GROUP)
            .values(id, name, group)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /// @return whether the name was free
  static boolean createPersonal(Tx tx, UUID account, String name) {
    var team = UuidV7.next();
    var created =
        tx.sql()
            .insertInto(TEAM, TEAM.ID, TEAM.NAME, TEAM.PERSONAL_OF)
            .values(team, name, account)
            .onConflictDoNothing()
            .execute();
    return created == 1 && join(tx, team, account, "owner");
  }

  /// @return false if the account belongs to the team already
  public static boolean join(Tx tx, UUID team, UUID account, String role) {
    return tx.sql()
            .insertInto(MEMBERSHIP, MEMBERSHIP.TEAM_ID, MEMBERSHIP.ACCOUNT_ID, MEMBERSHIP.ROLE)
            .values(team, account, role)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  public static boolean leave(Tx tx, UUID team, UUID account) {
    return tx.sql()
            .deleteFrom(MEMBERSHIP)
            .where(MEMBERSHIP.TEAM_ID.eq(team))
            .and(MEMBERSHIP.ACCOUNT_ID.eq(account))
            .execute()
        == 1;
  }

  public static void setRole(Tx tx, UUID team, UUID account, String role) {
    tx.sql()
        .update(MEMBERSHIP)
        .set(MEMBERSHIP.ROLE, role)
        .where(MEMBERSHIP.TEAM_ID.eq(team))
        .and(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .execute();
  }

  /// Members by name.
  public static List<Membership> members(Tx tx, UUID team) {
    return tx.sql()
        .select(ACCOUNT.ID, ACCOUNT.NAME, MEMBERSHIP.ROLE, MEMBERSHIP.SINCE)
        .from(MEMBERSHIP)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
        .where(MEMBERSHIP.TEAM_ID.eq(team))
        .orderBy(ACCOUNT.NAME)
        .fetch(row -> new Membership(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /// The teams of an account, its personal one first.
  public static List<TeamListing> ofAccount(Tx tx, UUID account) {
    var others = MEMBERSHIP.as("others");
    var members = field(selectCount().from(others).where(others.TEAM_ID.eq(TEAM.ID)));
    return tx.sql()
        .select(TEAM.fields())
        .select(MEMBERSHIP.ROLE, members)
        .from(TEAM)
        .join(MEMBERSHIP)
        .on(MEMBERSHIP.TEAM_ID.eq(TEAM.ID))
        .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .orderBy(TEAM.PERSONAL_OF.eq(account).desc().nullsLast(), TEAM.NAME)
        .fetch(row ->
            new TeamListing(row(row.into(TEAM)), row.get(MEMBERSHIP.ROLE), row.get(members)));
  }
}

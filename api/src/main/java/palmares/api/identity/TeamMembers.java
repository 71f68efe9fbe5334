package palmares.api.identity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.AccountStore;
import palmares.db.identity.AuditStore;
import palmares.db.identity.InvitationStore;
import palmares.db.identity.Membership;
import palmares.db.identity.TeamListing;
import palmares.db.identity.TeamRow;
import palmares.db.identity.TeamStore;

/// Makes teams and says who belongs to them.
@Singleton
class TeamMembers {

  /// Quota counts by team: whoever could make any number would have any quota.
  static final int MAX_OWNED = 5;

  private final Database database;

  TeamMembers(Database database) {
    this.database = database;
  }

  List<TeamListing> of(Caller.Person person) {
    return database.transact(tx -> TeamStore.ofAccount(tx, person.account()));
  }

  TeamResult see(Caller.Person person, String name) {
    return database.transact(tx -> TeamAccess.see(tx, person, name));
  }

  TeamResult create(Caller.Person person, String name) {
    return database.transact(tx -> {
      AccountStore.lock(tx, person.account());
      var owned =
          TeamStore.ofAccount(tx, person.account()).stream()
              .filter(each -> each.role().equals("owner") && !each.team().personal())
              .count();
      if (owned >= MAX_OWNED && !person.isAdmin()) {
        return new TeamResult.NotPossible(
            "You own %d teams; more than %d only an administrator makes."
                .formatted(owned, MAX_OWNED));
      }
      var id = UuidV7.next();
      if (!TeamStore.create(tx, id, name, null)) {
        return new TeamResult.NameTaken();
      }
      TeamStore.join(tx, id, person.account(), TeamRole.OWNER.word());
      AuditStore.add(tx, person.account(), "team-created", name, Map.of());
      return TeamAccess.see(tx, person, name);
    });
  }

  TeamResult setRole(Caller.Person person, String name, String account, TeamRole role) {
    return database.transact(tx ->
        TeamAccess.change(
            tx,
            person,
            name,
            (found, mayChange) ->
                mayChange ? setRole(tx, person, found, account, role) : new TeamResult.NotOwner()));
  }

  private static TeamResult setRole(
      Tx tx, Caller.Person person, TeamResult.Found found, String account, TeamRole role) {
    var member = named(found, account);
    if (member == null) {
      return new TeamResult.NoMember();
    }
    if (role == TeamRole.MEMBER) {
      if (isLastOwner(found, member)) {
        return lastOwner();
      }
      InvitationStore.revokeOf(tx, found.team().id(), member.account());
    }
    TeamStore.setRole(tx, found.team().id(), member.account(), role.word());
    audit(
        tx,
        person,
        "member-role-set",
        found.team(),
        Map.of("account", account, "role", role.word()));
    return TeamAccess.see(tx, person, found.team().name());
  }

  /// Owners remove others, and everyone removes themselves.
  TeamResult remove(Caller.Person person, String name, String account) {
    return database.transact(tx ->
        TeamAccess.change(
            tx,
            person,
            name,
            (found, mayChange) ->
                mayChange || account.equals(person.name())
                    ? remove(tx, person, found, account)
                    : new TeamResult.NotOwner()));
  }

  private static TeamResult remove(
      Tx tx, Caller.Person person, TeamResult.Found found, String account) {
    var member = named(found, account);
    if (member == null) {
      return new TeamResult.NoMember();
    }
    if (isLastOwner(found, member)) {
      return lastOwner();
    }
    TeamStore.leave(tx, found.team().id(), member.account());
    InvitationStore.revokeOf(tx, found.team().id(), member.account());
    audit(tx, person, "member-removed", found.team(), Map.of("account", account));
    return new TeamResult.Removed();
  }

  private static @Nullable Membership named(TeamResult.Found found, String account) {
    return found.members().stream()
        .filter(each -> each.name().equals(account))
        .findFirst()
        .orElse(null);
  }

  private static boolean isLastOwner(TeamResult.Found found, Membership member) {
    return member.isOwner() && found.members().stream().filter(Membership::isOwner).count() == 1;
  }

  private static TeamResult lastOwner() {
    return new TeamResult.NotPossible("A team has an owner: make someone else one first.");
  }

  private static void audit(
      Tx tx, Caller.Person person, String action, TeamRow team, Map<String, String> detail) {
    AuditStore.add(tx, person.account(), action, team.name(), detail);
  }
}

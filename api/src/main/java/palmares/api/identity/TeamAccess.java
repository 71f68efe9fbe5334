package palmares.api.identity;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.identity.Membership;
import palmares.db.identity.TeamRow;
import palmares.db.identity.TeamStore;

/// A team as one caller may see and change it: its members see it, its owners and operators change
/// it, and for everyone else it is not there.
final class TeamAccess {

  private TeamAccess() {}

  static TeamResult see(Tx tx, Caller.Person person, String name) {
    var team = TeamStore.find(tx, name);
    return team == null ? new TeamResult.NoTeam() : found(tx, person, team);
  }

  static TeamResult found(Tx tx, Caller.Person person, TeamRow team) {
    var members = TeamStore.members(tx, team.id());
    var own = of(members, person.account());
    return own == null && !person.isAdmin()
        ? new TeamResult.NoTeam()
        : new TeamResult.Found(team, own == null ? null : own.role(), members);
  }

  static @Nullable Membership of(List<Membership> members, UUID account) {
    return members.stream().filter(each -> each.account().equals(account)).findFirst().orElse(null);
  }

  /// Does the work on a team whose members are ours to say, held until the transaction ends, for
  /// someone who sees it.
  static TeamResult change(
      Tx tx,
      Caller.Person person,
      String name,
      BiFunction<TeamResult.Found, Boolean, TeamResult> work) {
    var team = TeamStore.lock(tx, name);
    if (team == null || !(found(tx, person, team) instanceof TeamResult.Found found)) {
      return new TeamResult.NoTeam();
    }
    if (team.personal()) {
      return new TeamResult.NotPossible("A personal team has one member, for ever.");
    }
    if (team.group() != null) {
      return new TeamResult.NotPossible(
          "The identity provider says who belongs to this team: change its group there.");
    }
    return work.apply(found, person.isAdmin() || "owner".equals(found.role()));
  }
}

package palmares.api.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.AuditStore;
import palmares.db.identity.TeamRow;
import palmares.db.identity.TeamStore;

/// Teams that stand for groups of an identity provider. A group never becomes a team that was here
/// before under the same name: its members would not have chosen the newcomers.
final class ProvidedTeams {

  private ProvidedTeams() {}

  /// Makes the account a member of exactly these groups' teams; its other teams stay as they are.
  static void follow(Tx tx, UUID account, List<String> groups) {
    var present = new HashMap<String, TeamRow>();
    for (var each : TeamStore.ofAccount(tx, account)) {
      var group = each.team().group();
      if (group != null) {
        present.put(group, each.team());
      }
    }
    for (var group : groups) {
      if (present.remove(group) == null) {
        var team = team(tx, group);
        TeamStore.join(tx, team.id(), account, TeamRole.MEMBER.word());
        AuditStore.add(tx, account, "team-provided", team.name(), Map.of("group", group));
      }
    }
    present.forEach((group, team) -> {
      TeamStore.leave(tx, team.id(), account);
      AuditStore.add(tx, account, "team-withdrawn", team.name(), Map.of("group", group));
    });
  }

  private static TeamRow team(Tx tx, String group) {
    var known = TeamStore.ofGroup(tx, group);
    if (known != null) {
      return known;
    }
    Names.free(
        Names.like(group.replace('/', '.')),
        name -> TeamStore.create(tx, UuidV7.next(), name, group));
    var team = TeamStore.ofGroup(tx, group);
    if (team == null) {
      throw new IllegalStateException("no team came of the group " + group);
    }
    return team;
  }
}

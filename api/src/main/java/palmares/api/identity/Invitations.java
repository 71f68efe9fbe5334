package palmares.api.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.AuditStore;
import palmares.db.identity.InvitationRow;
import palmares.db.identity.InvitationStore;
import palmares.db.identity.TeamStore;

/// Asks people into teams: whoever has the secret of an invitation may join, once.
@Singleton
class Invitations {

  static final int MAX_OPEN = 50;

  private final Database database;
  private final Secrets secrets;

  Invitations(Database database, Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  TeamResult invite(Caller.Person person, String team, TeamRole role, Duration lifetime) {
    var secret = secrets.token();
    return database.transact(tx ->
        TeamAccess.change(
            tx,
            person,
            team,
            (found, mayChange) -> {
              if (!mayChange) {
                return new TeamResult.NotOwner();
              }
              if (InvitationStore.ofTeam(tx, found.team().id()).size() >= MAX_OPEN) {
                return new TeamResult.NotPossible(
                    "%d invitations are open; revoke some first.".formatted(MAX_OPEN));
              }
              var id = UuidV7.next();
              InvitationStore.add(
                  tx,
                  id,
                  found.team().id(),
                  role.word(),
                  Sha256.of(secret),
                  person.account(),
                  lifetime);
              AuditStore.add(
                  tx, person.account(), "member-invited", team, Map.of("role", role.word()));
              return new TeamResult.Invited(
                  Objects.requireNonNull(InvitationStore.find(tx, id)), secret);
            }));
  }

  List<InvitationRow> of(TeamResult.Found team) {
    return database.transact(tx -> InvitationStore.ofTeam(tx, team.team().id()));
  }

  TeamResult revoke(Caller.Person person, String team, UUID id) {
    return database.transact(tx ->
        TeamAccess.change(
            tx,
            person,
            team,
            (found, mayChange) -> {
              if (!mayChange) {
                return new TeamResult.NotOwner();
              }
              if (!InvitationStore.revoke(tx, found.team().id(), id)) {
                return new TeamResult.NoInvitation();
              }
              AuditStore.add(tx, person.account(), "invitation-revoked", team, Map.of());
              return new TeamResult.Removed();
            }));
  }

  /// The invitation with this secret, or null if none can be accepted by it.
  @Nullable InvitationRow find(String secret) {
    return database
        .transact(tx -> new Offered(InvitationStore.find(tx, Sha256.of(secret))))
        .invitation();
  }

  private record Offered(@Nullable InvitationRow invitation) {}

  TeamResult accept(Caller.Person person, String secret) {
    return database.transact(tx -> accept(tx, person, secret));
  }

  private static TeamResult accept(Tx tx, Caller.Person person, String secret) {
    var invitation = InvitationStore.find(tx, Sha256.of(secret));
    if (invitation == null) {
      return new TeamResult.NoInvitation();
    }
    // Held first: a member who is removed meanwhile takes the invitations along.
    var team = TeamStore.lock(tx, invitation.teamName());
    if (TeamAccess.of(TeamStore.members(tx, invitation.team()), person.account()) != null) {
      return new TeamResult.NotPossible("You are a member of this team already.");
    }
    if (team == null || !InvitationStore.accept(tx, invitation.id(), person.account())) {
      return new TeamResult.NoInvitation();
    }
    TeamStore.join(tx, team.id(), person.account(), invitation.role());
    AuditStore.add(
        tx,
        person.account(),
        "invitation-accepted",
        team.name(),
        Map.of("role", invitation.role(), "invited-by", invitation.invitedBy()));
    return TeamAccess.found(tx, person, team);
  }
}

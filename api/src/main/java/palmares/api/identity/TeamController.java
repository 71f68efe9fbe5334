package palmares.api.identity;

import static io.micronaut.http.HttpStatus.CONFLICT;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Status;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.idempotency.Once;
import palmares.api.page.Ids;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.identity.TeamApi;
import palmares.contract.identity.Teams.Invitation;
import palmares.contract.identity.Teams.InvitationSecret;
import palmares.contract.identity.Teams.Member;
import palmares.contract.identity.Teams.MemberRole;
import palmares.contract.identity.Teams.NewInvitation;
import palmares.contract.identity.Teams.NewTeam;
import palmares.contract.identity.Teams.Offer;
import palmares.contract.identity.Teams.Team;
import palmares.contract.identity.Teams.TeamSummary;
import palmares.db.identity.InvitationRow;

/// Teams for their members. Foreign ones answer as if they were not.
@Controller("/api/v1")
class TeamController implements TeamApi {

  private static final int DEFAULT_HOURS = 72;
  private static final int MAX_HOURS = 720;

  private final Callers callers;
  private final TeamMembers members;
  private final Invitations invitations;

  TeamController(Callers callers, TeamMembers members, Invitations invitations) {
    this.callers = callers;
    this.members = members;
    this.invitations = invitations;
  }

  @Override
  @Access(Access.To.READ)
  public List<TeamSummary> teams() {
    return members.of(callers.person()).stream()
        .map(each ->
            new TeamSummary(
                each.team().name(),
                each.role(),
                each.team().personal(),
                each.team().group() != null,
                each.members()))
        .toList();
  }

  @Override
  @Once
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.CREATED)
  public Team createTeam(NewTeam team) {
    Names.check(team.name());
    return team(team.name(), members.create(present(), team.name()));
  }

  @Override
  @Access(Access.To.READ)
  public Team team(String team) {
    return team(team, members.see(callers.person(), team));
  }

  @Override
  @Access(Access.To.SUBMIT)
  public Team setRole(String team, String account, MemberRole role) {
    return team(team, members.setRole(present(), team, account, role(role.role())), account);
  }

  @Override
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.NO_CONTENT)
  public void removeMember(String team, String account) {
    removed(team, members.remove(present(), team, account), account);
  }

  @Override
  @Access(Access.To.READ)
  public List<Invitation> invitations(String team) {
    var person = callers.person();
    return switch (members.see(person, team)) {
      case TeamResult.Found found when person.isAdmin() || "owner".equals(found.role()) ->
          invitations.of(found).stream().map(row -> invitation(row, null)).toList();
      case TeamResult.Found found -> throw refused(team, new TeamResult.NotOwner(), "");
      case TeamResult other -> throw refused(team, other, "");
    };
  }

  @Override
  @Once
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.CREATED)
  public Invitation invite(String team, NewInvitation invitation) {
    var hours = Objects.requireNonNullElse(invitation.expiresInHours(), DEFAULT_HOURS);
    if (hours < 1 || hours > MAX_HOURS) {
      throw Refused.badRequest("expiresInHours must be in 1.." + MAX_HOURS + ": " + hours + ".");
    }
    var result =
        invitations.invite(present(), team, role(invitation.role()), Duration.ofHours(hours));
    return switch (result) {
      case TeamResult.Invited(var row, var secret) -> invitation(row, secret);
      case TeamResult other -> throw refused(team, other, "");
    };
  }

  @Override
  @Access(Access.To.SUBMIT)
  @Status(HttpStatus.NO_CONTENT)
  public void revokeInvitation(String team, String id) {
    removed(team, invitations.revoke(present(), team, Ids.parse("invitation", id)), id);
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public Offer offer(InvitationSecret invitation) {
    var row = invitations.find(invitation.secret());
    if (row == null) {
      throw noInvitation();
    }
    return new Offer(row.teamName(), row.role(), row.invitedBy(), row.expiresAt());
  }

  @Override
  @Access(Access.To.SUBMIT)
  public Team accept(InvitationSecret invitation) {
    return switch (invitations.accept(present(), invitation.secret())) {
      case TeamResult.NoInvitation none -> throw noInvitation();
      case TeamResult result -> team("", result);
    };
  }

  /// A script's token that leaks must not be good for letting someone in for ever.
  private Caller.Person present() {
    var person = callers.person();
    if (!person.isPresent()) {
      throw Refused.forbidden("Teams are changed only by who has signed in, not by a token.");
    }
    return person;
  }

  private static Refused noInvitation() {
    return Refused.because(
        HttpStatus.NOT_FOUND,
        "There is no such invitation: it was accepted, revoked or has expired. Ask for another.");
  }

  private static TeamRole role(String word) {
    try {
      return TeamRole.of(word);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest(Problems.shown(String.valueOf(e.getMessage())));
    }
  }

  private static Team team(String name, TeamResult result) {
    return team(name, result, "");
  }

  private static Team team(String name, TeamResult result, String subject) {
    if (!(result instanceof TeamResult.Found(var team, var role, var members))) {
      throw refused(name, result, subject);
    }
    return new Team(
        team.name(),
        role,
        team.personal(),
        team.group() != null,
        team.createdAt(),
        members.stream().map(each -> new Member(each.name(), each.role(), each.since())).toList());
  }

  private static void removed(String team, TeamResult result, String subject) {
    if (!(result instanceof TeamResult.Removed)) {
      throw refused(team, result, subject);
    }
  }

  private static Refused refused(String team, TeamResult result, String subject) {
    return switch (result) {
      case TeamResult.NoTeam none -> Refused.notFound("team", team);
      case TeamResult.NoMember none -> Refused.notFound("member", subject);
      case TeamResult.NoInvitation none -> Refused.notFound("invitation", subject);
      case TeamResult.NotOwner none ->
          Refused.forbidden("Only an owner of the team says who belongs to it.");
      case TeamResult.NameTaken none ->
          Refused.because(CONFLICT, "The name '" + team + "' is taken.");
      case TeamResult.NotPossible(var why) -> Refused.because(CONFLICT, why);
      case TeamResult.Found found -> throw new IllegalStateException("not a refusal: " + found);
      case TeamResult.Invited invited ->
          throw new IllegalStateException("not a refusal: " + invited);
      case TeamResult.Removed removed ->
          throw new IllegalStateException("not a refusal: " + removed);
    };
  }

  private static Invitation invitation(InvitationRow row, @Nullable String secret) {
    return new Invitation(
        row.id().toString(), row.role(), row.invitedBy(), row.createdAt(), row.expiresAt(), secret);
  }
}

package palmares.contract.identity;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.List;
import palmares.contract.identity.Teams.Invitation;
import palmares.contract.identity.Teams.InvitationSecret;
import palmares.contract.identity.Teams.MemberRole;
import palmares.contract.identity.Teams.NewInvitation;
import palmares.contract.identity.Teams.NewTeam;
import palmares.contract.identity.Teams.Offer;
import palmares.contract.identity.Teams.Team;
import palmares.contract.identity.Teams.TeamSummary;

/// Teams, who belongs to them, and who is asked to.
public interface TeamApi {

  /// The teams of the caller, their personal one first.
  @Get("/teams")
  List<TeamSummary> teams();

  /// Makes a team that the caller owns.
  @Post("/teams")
  Team createTeam(@Body NewTeam team);

  @Get("/teams/{team}")
  Team team(@PathVariable String team);

  @Put("/teams/{team}/members/{account}")
  Team setRole(@PathVariable String team, @PathVariable String account, @Body MemberRole role);

  /// Removes a member; with one's own name, leaves the team.
  @Delete("/teams/{team}/members/{account}")
  void removeMember(@PathVariable String team, @PathVariable String account);

  /// The invitations that can still be accepted.
  @Get("/teams/{team}/invitations")
  List<Invitation> invitations(@PathVariable String team);

  @Post("/teams/{team}/invitations")
  Invitation invite(@PathVariable String team, @Body NewInvitation invitation);

  @Delete("/teams/{team}/invitations/{id}")
  void revokeInvitation(@PathVariable String team, @PathVariable String id);

  /// What the secret invites to. Changes nothing.
  @Post("/invitations/offer")
  Offer offer(@Body InvitationSecret invitation);

  /// Joins the team that the secret invites to, and uses the secret up.
  @Post("/invitations/acceptance")
  Team accept(@Body InvitationSecret invitation);
}

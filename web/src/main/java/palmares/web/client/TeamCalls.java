package palmares.web.client;

import java.util.List;
import java.util.Map;
import palmares.contract.identity.Teams.Invitation;
import palmares.contract.identity.Teams.InvitationSecret;
import palmares.contract.identity.Teams.MemberRole;
import palmares.contract.identity.Teams.NewInvitation;
import palmares.contract.identity.Teams.NewTeam;
import palmares.contract.identity.Teams.Offer;
import palmares.contract.identity.Teams.Team;
import palmares.contract.identity.Teams.TeamSummary;
import tools.jackson.core.type.TypeReference;

/// What pages ask of teams, their members and invitations.
public record TeamCalls(ApiClient api) {

  /// The caller's teams, their personal one first.
  public Answer<List<TeamSummary>> mine() {
    return api.get("/teams", Map.of(), new TypeReference<>() {});
  }

  public Answer<Team> create(String name) {
    return api.post("/teams", Map.of(), new NewTeam(name), null, new TypeReference<>() {});
  }

  public Answer<Team> team(String name) {
    return api.get(path(name), Map.of(), new TypeReference<>() {});
  }

  /// @param role `owner` or `member`
  public Answer<Team> setRole(String team, String account, String role) {
    return api.put(member(team, account), new MemberRole(role), new TypeReference<>() {});
  }

  public Answer<Done> remove(String team, String account) {
    return api.delete(member(team, account));
  }

  /// The invitations that can still be accepted.
  public Answer<List<Invitation>> invitations(String team) {
    return api.get(path(team) + "/invitations", Map.of(), new TypeReference<>() {});
  }

  public Answer<Invitation> invite(String team, NewInvitation invitation) {
    return api.post(
        path(team) + "/invitations", Map.of(), invitation, null, new TypeReference<>() {});
  }

  public Answer<Done> withdraw(String team, String invitation) {
    return api.delete(path(team) + "/invitations/" + ApiClient.encoded(invitation));
  }

  /// What a secret invites to. Changes nothing.
  public Answer<Offer> offer(String secret) {
    return api.post(
        "/invitations/offer",
        Map.of(),
        new InvitationSecret(secret),
        null,
        new TypeReference<>() {});
  }

  public Answer<Team> accept(String secret) {
    return api.post(
        "/invitations/acceptance",
        Map.of(),
        new InvitationSecret(secret),
        null,
        new TypeReference<>() {});
  }

  private static String path(String team) {
    return "/teams/" + ApiClient.encoded(team);
  }

  private static String member(String team, String account) {
    return path(team) + "/members/" + ApiClient.encoded(account);
  }
}

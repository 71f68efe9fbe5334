package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class TeamTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void whoAsksForManyTeamsAtOnceGetsNoMoreThanOneByOne() throws Exception {
    var max = API.member("max");
    List<Callable<Integer>> asks =
        IntStream.range(0, 4 * TeamMembers.MAX_OWNED)
            .<Callable<Integer>>mapToObj(
                i -> () -> max.post("teams", "{\"name\":\"max-%d\"}".formatted(i)).status())
            .toList();

    try (var threads = Executors.newFixedThreadPool(asks.size())) {
      for (var ask : threads.invokeAll(asks)) {
        assertThat(ask.get()).isIn(201, 409);
      }
    }

    assertThat(API.column("select count(*) from team where name like 'max-%'"))
        .containsExactly(Integer.toString(TeamMembers.MAX_OWNED));
  }

  @Test
  void whoHasTheSecretJoinsOnce() {
    var ann = API.member("ann");
    team(ann, "readers");
    var invited = invite(ann, "readers", "member");
    var secret = "{\"secret\":\"%s\"}".formatted(invited.at("secret"));

    var offer = API.member("bob-ann").post("invitations/offer", secret);
    var joined = API.member("bob-ann").post("invitations/acceptance", secret);
    var again = API.member("carl-ann").post("invitations/acceptance", secret);

    assertThat(offer.at("team") + " " + offer.at("role") + " " + offer.at("invitedBy"))
        .isEqualTo("readers member ann");
    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.at("members")).isEqualTo("list of 2");
    assertThat(again.status()).isEqualTo(404);
    assertThat(API.member("bob-ann").get("teams").at("[1].name")).isEqualTo("readers");
    assertThat(API.column("select octet_length(hash)::text from invitation")).contains("32");
  }

  @Test
  void anInvitationThatExpiredWasRevokedOrIsMadeUpIsGoodForNothing() {
    var ben = API.member("ben");
    team(ben, "writers");
    var expired = invite(ben, "writers", "member");
    var revoked = invite(ben, "writers", "member");
    API.postgres()
        .asOwner(
            "update invitation set expires_at = now() - interval '1 second' where id = '%s'"
                .formatted(expired.at("id")));
    ben.delete("teams/writers/invitations/" + revoked.at("id"));

    assertThat(accept(API.member("bob-ben"), expired).status()).isEqualTo(404);
    assertThat(accept(API.member("bob-ben"), revoked).status()).isEqualTo(404);
    assertThat(
            API.member("bob-ben")
                .post("invitations/acceptance", "{\"secret\":\"made up\"}")
                .status())
        .isEqualTo(404);
    assertThat(ben.get("teams/writers/invitations").text()).isEqualTo("[]");
  }

  @Test
  void whatARemovedOwnerInvitedToIsGoneWithThem() {
    var cleo = API.member("cleo");
    team(cleo, "editors");
    accept(API.member("bob-cleo"), invite(cleo, "editors", "owner"));
    var left = invite(API.member("bob-cleo"), "editors", "owner");

    cleo.delete("teams/editors/members/bob-cleo");

    assertThat(accept(API.member("carl-cleo"), left).status()).isEqualTo(404);
    assertThat(API.member("bob-cleo").get("teams/editors").status()).isEqualTo(404);
  }

  @Test
  void onlyOwnersSayWhoBelongsAndTheLastOneStays() {
    var dan = API.member("dan");
    team(dan, "judges");
    accept(API.member("bob-dan"), invite(dan, "judges", "member"));
    var bob = API.member("bob-dan");

    assertThat(invite(bob, "judges", "member").status()).isEqualTo(403);
    assertThat(bob.get("teams/judges/invitations").status()).isEqualTo(403);
    assertThat(bob.delete("teams/judges/members/dan").status()).isEqualTo(403);
    assertThat(role(bob, "judges", "bob-dan", "owner").status()).isEqualTo(403);
    assertThat(dan.delete("teams/judges/members/dan").status()).isEqualTo(409);
    assertThat(role(dan, "judges", "dan", "member").status()).isEqualTo(409);
    assertThat(role(dan, "judges", "bob-dan", "king").status()).isEqualTo(400);
    assertThat(role(dan, "judges", "bob-dan", "owner").status()).isEqualTo(200);
    assertThat(dan.delete("teams/judges/members/dan").status()).isEqualTo(204);
    assertThat(bob.delete("teams/judges/members/nobody").status()).isEqualTo(404);
  }

  @Test
  void aPersonalTeamHasOneMember() {
    var eve = API.member("eve");

    assertThat(invite(eve, "eve", "member").at("detail")).contains("one member");
    assertThat(eve.delete("teams/eve/members/eve").status()).isEqualTo(409);
  }

  @Test
  void accountsAndTeamsShareTheirNames() {
    team(API.member("fay"), "taken");

    assertThat(API.member("bob-fay").post("teams", "{\"name\":\"taken\"}").status()).isEqualTo(409);
    assertThat(API.member("bob-fay").post("teams", "{\"name\":\"fay\"}").status()).isEqualTo(409);
    assertThat(API.member("bob-fay").post("teams", "{\"name\":\"No!\"}").status()).isEqualTo(400);
    assertThat(API.admin().post("accounts", "{\"name\":\"taken\",\"role\":\"member\"}").status())
        .isEqualTo(409);
    assertThat(API.column("select name from account where name = 'taken'")).isEmpty();
  }

  @Test
  void quotaCannotBeMultipliedByTeams() {
    var eager = API.member("eager");
    for (var i = 0; i < TeamMembers.MAX_OWNED; i++) {
      assertThat(eager.post("teams", "{\"name\":\"eager-%d\"}".formatted(i)).status())
          .isEqualTo(201);
    }

    assertThat(eager.post("teams", "{\"name\":\"eager-more\"}").status()).isEqualTo(409);
  }

  @Test
  void aScriptsTokenCannotLetAnyoneIn() {
    var hal = API.member("hal");
    team(hal, "closed");
    var made = hal.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"read\",\"submit\"]}");
    var script = API.anonymous().as(made.at("token"));

    assertThat(script.get("teams/closed").status()).isEqualTo(200);
    assertThat(invite(script, "closed", "member").status()).isEqualTo(403);
    assertThat(script.post("teams", "{\"name\":\"more\"}").status()).isEqualTo(403);
  }

  @Test
  void membersActForTheirTeamUntilTheyLeave() {
    var organiser = API.organiser("olga");
    Folders.publish(organiser, "for-teams", 1);
    var ian = API.member("ian");
    team(ian, "makers");
    accept(API.member("bob-ian"), invite(ian, "makers", "member"));
    var submission =
        API.member("bob-ian")
            .post(
                "submissions",
                "{\"benchmark\":\"for-teams\",\"team\":\"makers\",\"system\":{\"name\":\"x\","
                    + "\"kind\":\"outputs\"},\"responses\":[{\"id\":\"q1\",\"text\":\"a\"}]}");

    assertThat(ian.get("submissions/" + submission.at("id")).at("team")).isEqualTo("makers");
    API.member("bob-ian").delete("teams/makers/members/bob-ian");
    assertThat(API.member("bob-ian").get("submissions/" + submission.at("id")).status())
        .isEqualTo(404);
    assertThat(ian.get("submissions/" + submission.at("id")).status()).isEqualTo(200);
  }

  private static void team(Calls owner, String name) {
    assertThat(owner.post("teams", "{\"name\":\"%s\"}".formatted(name)).status()).isEqualTo(201);
  }

  private static Answer invite(Calls by, String team, String role) {
    return by.post("teams/" + team + "/invitations", "{\"role\":\"%s\"}".formatted(role));
  }

  private static Answer accept(Calls by, Answer invitation) {
    return by.post(
        "invitations/acceptance", "{\"secret\":\"%s\"}".formatted(invitation.at("secret")));
  }

  private static Answer role(Calls by, String team, String account, String role) {
    return by.send(
        "PUT",
        "teams/%s/members/%s".formatted(team, account),
        "{\"role\":\"%s\"}".formatted(role).getBytes(),
        List.of("Content-Type", "application/json"));
  }
}

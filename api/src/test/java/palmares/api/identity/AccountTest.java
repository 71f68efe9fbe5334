package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;

class AccountTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void whoForgotTheirPasswordGetsASecretForOneSignInAndLosesTheirSessions() {
    var ada = API.member("ada");

    var reset = API.admin().post("accounts/ada/reset", "");

    assertThat(reset.status()).isEqualTo(200);
    assertThat(ada.get("me").status()).isEqualTo(401);
    assertThat(signIn("ada", reset.at("oneTimeSecret")).at("oneTime")).isEqualTo("true");
    assertThat(signIn("ada", reset.at("oneTimeSecret")).status()).isEqualTo(401);
    assertThat(API.admin().get("audit-events").text())
        .contains("\"account-reset\"")
        .doesNotContain(reset.at("oneTimeSecret"));
  }

  /// It could otherwise give itself an account, or another's, that is there when it has ended.
  @Test
  void anAdministratorsTokenReadsAccountsAndMakesOrChangesNone() {
    API.member("zoe");
    var token = API.admin().post("tokens", "{\"name\":\"ci\",\"scopes\":[\"read\",\"admin\"]}");
    var script = API.anonymous().as(token.at("token"));

    assertThat(script.get("accounts").status()).isEqualTo(200);
    assertThat(
            List.of(
                script.post("accounts", "{\"name\":\"own\",\"role\":\"admin\"}"),
                script.post("accounts/zoe/reset", ""),
                change(script, "zoe", "{\"role\":\"admin\"}"),
                change(script, "zoe", "{\"closed\":true}"),
                script.send("DELETE", "accounts/zoe/second-factor", new byte[0], List.of())))
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(403);
          assertThat(answer.at("detail")).contains("only by who has signed in");
        });
  }

  @Test
  void aRoleThatIsTakenAwayIsGoneAtOnce() {
    var bob = API.organiser("bob");

    assertThat(change("bob", "{\"role\":\"member\"}").at("role")).isEqualTo("member");

    assertThat(bob.get("me").at("scopes")).isEqualTo("list of 2");
    assertThat(change("bob", "{\"role\":\"king\"}").status()).isEqualTo(400);
    assertThat(change("nobody", "{\"role\":\"member\"}").status()).isEqualTo(404);
  }

  @Test
  void aClosedAccountDoesNothingUntilItIsOpenedAgain() {
    var carl = API.member("carl");

    assertThat(change("carl", "{\"closed\":true}").at("closed")).isEqualTo("true");
    assertThat(carl.get("me").status()).isEqualTo(401);
    assertThat(change("carl", "{\"closed\":false}").at("closed")).isEqualTo("false");
    assertThat(carl.get("me").status()).isEqualTo(200);
  }

  @Test
  void nobodyShutsThemselvesOut() {
    API.admin();

    assertThat(change("admin", "{\"closed\":true}").status()).isEqualTo(409);
    assertThat(change("admin", "{\"role\":\"member\"}").status()).isEqualTo(409);
  }

  @Test
  void whatWasDoneIsReadNewestFirstPageByPage() {
    API.member("dora");
    API.member("erin");

    var first = API.admin().get("audit-events?limit=2");
    var second = API.admin().get("audit-events?limit=2&cursor=" + first.at("next"));

    assertThat(first.at("items[0].action") + " " + first.at("items[0].subject"))
        .isEqualTo("signed-in erin");
    assertThat(first.at("items[1].account") + " " + first.at("items[1].detail"))
        .isEqualTo("admin object of [role]");
    assertThat(second.at("items")).isEqualTo("list of 2");
    assertThat(second.at("items[0].subject")).isEqualTo("dora");
  }

  private static Answer change(String name, String body) {
    return change(API.admin(), name, body);
  }

  private static Answer change(Calls by, String name, String body) {
    return by.send(
        "PUT", "accounts/" + name, body.getBytes(), List.of("Content-Type", "application/json"));
  }

  private static Answer signIn(String account, String secret) {
    return API.anonymous()
        .post("sessions", "{\"account\":\"%s\",\"secret\":\"%s\"}".formatted(account, secret));
  }
}

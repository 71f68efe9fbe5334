package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
    return API.admin()
        .send(
            "PUT",
            "accounts/" + name,
            body.getBytes(),
            List.of("Content-Type", "application/json"));
  }

  private static Answer signIn(String account, String secret) {
    return API.anonymous()
        .post("sessions", "{\"account\":\"%s\",\"secret\":\"%s\"}".formatted(account, secret));
  }
}

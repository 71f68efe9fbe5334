package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;

class SecondFactorTest {

  private static final String PASSWORD = "a long enough one";

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void aSignInNeedsACodeOnceTheFactorIsConfirmed() {
    var ada = withPassword("ada");
    var begun = ada.post("me/second-factor", "");
    var device = Authenticator.of(begun.at("key"));

    assertThat(begun.at("uri"))
        .isEqualTo(
            "otpauth://totp/Palmares:ada?secret=%s&issuer=Palmares".formatted(begun.at("key")));
    assertThat(signIn("ada", null).status()).isEqualTo(200);
    assertThat(ada.get("me/second-factor").at("state")).isEqualTo("begun");

    var confirmed = confirm(ada, device.code(Instant.now(), 0));

    assertThat(confirmed.at("codes")).isEqualTo("list of 10");
    assertThat(ada.get("me/second-factor").at("state")).isEqualTo("on");
    assertThat(signIn("ada", null).at("type")).isEqualTo("urn:palmares:problem:code-needed");
    assertThat(signIn("ada", "000000").at("type")).isEqualTo("urn:palmares:problem:code-wrong");
    assertThat(signIn("ada", device.code(Instant.now(), 1)).status()).isEqualTo(200);
  }

  @Test
  void confirmingEndsSessionsThatWereOpenedWithoutIt() {
    var bob = withPassword("bob");
    var elsewhere = API.anonymous().as(signIn("bob", null).at("token"));
    var script =
        API.anonymous()
            .as(bob.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"read\"]}").at("token"));

    enrol(bob);

    assertThat(elsewhere.get("me").status()).isEqualTo(401);
    assertThat(bob.get("me").status()).isEqualTo(200);
    assertThat(script.get("me").status()).isEqualTo(200);
  }

  @Test
  void aRecoveryCodeIsGoodOnceAndStoredAsAHash() {
    var cleo = withPassword("cleo");
    var codes = enrol(cleo);

    var first = codes.at("codes[0]");

    assertThat(signIn("cleo", first.toUpperCase(java.util.Locale.ROOT)).status()).isEqualTo(200);
    assertThat(signIn("cleo", first).at("type")).isEqualTo("urn:palmares:problem:code-wrong");
    assertThat(cleo.get("me/second-factor").at("recoveryCodesLeft")).isEqualTo("9");
    assertThat(API.column("select encode(hash, 'escape') from recovery_code"))
        .noneMatch(hash -> hash.contains(first.replace("-", "")));
  }

  @Test
  void newRecoveryCodesMakeTheEarlierOnesWorthless() {
    var dora = withPassword("dora");
    var codes = enrol(dora);

    var renewed = dora.post("me/second-factor/recovery-codes", code(codes.at("codes[0]")));

    assertThat(renewed.at("codes")).isEqualTo("list of 10");
    assertThat(signIn("dora", codes.at("codes[1]")).status()).isEqualTo(422);
    assertThat(signIn("dora", renewed.at("codes[1]")).status()).isEqualTo(200);
  }

  @Test
  void itIsRemovedWithACodeOfItAndNotWithout() {
    var emil = withPassword("emil");
    var codes = enrol(emil);

    assertThat(emil.post("me/second-factor/removal", code("000000")).status()).isEqualTo(422);
    assertThat(emil.post("me/second-factor", "").status()).isEqualTo(409);
    assertThat(emil.post("me/second-factor/removal", code(codes.at("codes[0]"))).status())
        .isEqualTo(204);

    assertThat(signIn("emil", null).status()).isEqualTo(200);
    assertThat(emil.post("me/second-factor/removal", code("000000")).status()).isEqualTo(409);
  }

  @Test
  void anAdministratorTakesALostOneAway() {
    var fay = withPassword("fay");
    enrol(fay);

    assertThat(API.admin().delete("accounts/fay/second-factor").status()).isEqualTo(204);

    assertThat(signIn("fay", null).status()).isEqualTo(200);
    assertThat(API.admin().delete("accounts/fay/second-factor").status()).isEqualTo(404);
    assertThat(API.column("select action from audit_event where subject = 'fay' order by id"))
        .contains("second-factor-set", "second-factor-reset");
  }

  @Test
  void aScriptsTokenChangesNothingOfIt() {
    var gus = withPassword("gus");
    var script =
        API.anonymous()
            .as(gus.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"submit\"]}").at("token"));

    assertThat(script.post("me/second-factor", "").status()).isEqualTo(403);
    assertThat(script.post("me/second-factor/confirmation", code("000000")).status())
        .isEqualTo(403);
    assertThat(script.post("me/second-factor/removal", code("000000")).status()).isEqualTo(403);
  }

  @Test
  void theKeyIsSealedInTheDatabase() {
    var hal = withPassword("hal");

    var key = hal.post("me/second-factor", "").at("key");

    assertThat(
            API.column(
                "select sealed from second_factor f join account a on a.id = f.account_id where"
                    + " a.name = 'hal'"))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{8}:.*")
        .doesNotContain(key);
  }

  private static Calls withPassword(String name) {
    var person = API.member(name);
    person.send(
        "PUT",
        "me/secret",
        "{\"secret\":\"%s\"}".formatted(PASSWORD).getBytes(),
        java.util.List.of("Content-Type", "application/json"));
    return person;
  }

  private static Answer enrol(Calls person) {
    var device = Authenticator.of(person.post("me/second-factor", "").at("key"));
    return confirm(person, device.code(Instant.now(), 0));
  }

  private static Answer confirm(Calls person, String code) {
    return person.post("me/second-factor/confirmation", code(code));
  }

  private static String code(String code) {
    return "{\"code\":\"%s\"}".formatted(code);
  }

  private static Answer signIn(String account, @org.jspecify.annotations.Nullable String code) {
    var more = code == null ? "" : ",\"code\":\"" + code + "\"";
    return API.anonymous()
        .post(
            "sessions",
            "{\"account\":\"%s\",\"secret\":\"%s\"%s}".formatted(account, PASSWORD, more));
  }
}

package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Overlap;
import palmares.api.RunningApi;
import palmares.db.identity.AccountStore;

class IdentityTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void theFirstAdministratorsSecretIsGoodForOneSignIn() {
    var admin = API.admin();

    var again = signIn("admin", API.firstSecret());

    assertThat(admin.get("me").at("role")).isEqualTo("admin");
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void anAccountHasAPersonalTeamAndTheScopesOfItsRole() {
    var me = API.member("ada").get("me");

    assertThat(me.at("teams[0]")).isEqualTo("ada");
    assertThat(me.at("scopes[0]") + " " + me.at("scopes[1]") + " " + me.at("scopes"))
        .isEqualTo("read submit list of 2");
  }

  @Test
  void aPasswordLastsAndEndsOtherSessions() {
    var first = API.member("bob");
    first.send(
        "PUT",
        "me/secret",
        "{\"secret\":\"a long enough one\"}".getBytes(),
        java.util.List.of("Content-Type", "application/json"));
    var second = API.anonymous().as(signIn("bob", "a long enough one").at("token"));

    var answer =
        second.send(
            "PUT",
            "me/secret",
            "{\"secret\":\"another long one\",\"current\":\"a long enough one\"}".getBytes(),
            java.util.List.of("Content-Type", "application/json"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(first.get("me").status()).isEqualTo(401);
    assertThat(second.get("me").status()).isEqualTo(200);
    assertThat(signIn("bob", "a long enough one").status()).isEqualTo(401);
    assertThat(signIn("bob", "another long one").status()).isEqualTo(200);
    assertThat(signIn("bob", "another long one").status()).isEqualTo(200);
  }

  @Test
  void anOpenSessionIsNotEnoughToChangeAPassword() {
    var kit = API.member("kit");
    assertThat(setSecret(kit, "\"secret\":\"a long enough one\"").status()).isEqualTo(204);

    var another = "\"secret\":\"another long one\"";
    assertThat(setSecret(kit, another).at("type"))
        .isEqualTo("urn:palmares:problem:current-secret-needed");
    for (var i = 0; i < SignInLimit.BURST; i++) {
      var wrong = setSecret(kit, another + ",\"current\":\"wrong\"");
      assertThat(wrong.at("type")).isEqualTo("urn:palmares:problem:wrong-secret");
    }

    var right = setSecret(kit, another + ",\"current\":\"a long enough one\"");
    assertThat(right.status()).as("guesses count as sign-ins do").isEqualTo(429);
  }

  @Test
  void aResetMeanwhileIsNotUndone() throws Exception {
    var finn = API.member("finn");
    assertThat(setSecret(finn, "\"secret\":\"a long enough one\"").status()).isEqualTo(204);
    var account = UUID.fromString(secretOf("finn", "id").getFirst());
    var answer = new AtomicReference<Answer>();

    Overlap.of(
        API.postgres(),
        tx -> AccountStore.setSecret(tx, account, "reset", true),
        tx ->
            answer.set(
                setSecret(
                    finn, "\"secret\":\"another long one\",\"current\":\"a long enough one\"")));

    assertThat(answer.get().at("type")).isEqualTo("urn:palmares:problem:wrong-secret");
    assertThat(secretOf("finn", "secret_hash")).containsExactly("reset");
  }

  private static List<String> secretOf(String name, String column) {
    return API.column("select %s::text from account where name = '%s'".formatted(column, name));
  }

  private static Answer setSecret(Calls person, String fields) {
    return person.send(
        "PUT",
        "me/secret",
        ("{" + fields + "}").getBytes(),
        java.util.List.of("Content-Type", "application/json"));
  }

  @Test
  void guessingAPasswordIsSlowedDown() {
    API.member("carol");
    var answers = new ArrayList<Answer>();
    for (var i = 0; i <= SignInLimit.BURST; i++) {
      answers.add(signIn("carol", "wrong " + i));
    }

    assertThat(answers.getFirst().status()).isEqualTo(401);
    assertThat(answers.getLast().status()).isEqualTo(429);
    assertThat(Integer.parseInt(answers.getLast().header("Retry-After"))).isBetween(1, 20);
  }

  @Test
  void signingOutEndsTheSession() {
    var dora = API.member("dora");

    assertThat(dora.delete("sessions/current").status()).isEqualTo(204);
    assertThat(dora.get("me").status()).isEqualTo(401);
  }

  @Test
  void whoWasSignedInElsewhereIsSignedOutThereAndStaysHere() {
    var here = API.member("della");
    var secret = "a long enough one";
    here.send(
        "PUT",
        "me/secret",
        "{\"secret\":\"%s\"}".formatted(secret).getBytes(),
        java.util.List.of("Content-Type", "application/json"));
    var there = API.anonymous().as(signIn("della", secret).at("token"));
    var script =
        API.anonymous()
            .as(here.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"read\"]}").at("token"));
    assertThat(here.get("tokens").text()).contains("\"kind\":\"session\"", "\"current\":true");
    assertThat(script.delete("sessions").status()).isEqualTo(403);

    assertThat(here.delete("sessions").status()).isEqualTo(204);

    assertThat(there.get("me").status()).isEqualTo(401);
    assertThat(here.get("me").status()).isEqualTo(200);
    assertThat(script.get("me").status()).isEqualTo(200);
  }

  @Test
  void anExpiredSessionIsOver() {
    var erin = API.member("erin");
    API.postgres()
        .asOwner(
            "update access_token set expires_at = now() - interval '1 second' where account_id ="
                + " (select id from account where name = 'erin')");

    assertThat(erin.get("me").status()).isEqualTo(401);
  }

  @Test
  void aTokenMakesAndRevokesNoTokens() {
    var root = API.admin();
    var scopes = "{\"name\":\"x\",\"scopes\":[\"read\",\"admin\"]}";
    var made = root.post("tokens", scopes);
    var leaked = API.anonymous().as(made.at("token"));

    assertThat(leaked.post("tokens", scopes).status()).isEqualTo(403);
    assertThat(leaked.post("worker-tokens", "{\"name\":\"w\",\"pool\":\"p\"}").status())
        .isEqualTo(403);
    assertThat(leaked.delete("tokens/" + made.at("id")).status()).isEqualTo(403);
    assertThat(root.delete("tokens/" + made.at("id")).status()).isEqualTo(204);
  }

  @Test
  void whatCannotBeAnAccountIsNotRemembered() {
    var name = "x".repeat(10_000);

    for (var i = 0; i <= SignInLimit.BURST; i++) {
      assertThat(signIn(name, "wrong").status()).isEqualTo(401);
    }
  }

  @Test
  void aSignInIsSmallAndSaysHowLargeItIs() {
    var large = "{\"account\":\"a\",\"secret\":\"%s\"}".formatted("x".repeat(20_000));
    var json = java.util.List.of("Content-Type", "application/json");
    var unsaid =
        java.net.http.HttpRequest.BodyPublishers.ofInputStream(
            () -> new java.io.ByteArrayInputStream(large.getBytes()));

    assertThat(API.anonymous().post("sessions", large).status()).isEqualTo(413);
    assertThat(API.anonymous().send("POST", "sessions", unsaid, json).status()).isEqualTo(411);
  }

  @Test
  void anUnknownAccountCostsAsMuchTimeAsAKnownOne() {
    API.member("uma");
    var known = fastest(() -> signIn("uma", "wrong"));

    var unknown = fastest(() -> signIn("nobody-here", "wrong"));

    // One hash is tens of milliseconds, the rest of a sign-in a few; a busy machine blurs both.
    assertThat(unknown).isGreaterThan(known / 6);
  }

  private static long fastest(Runnable step) {
    var fastest = Long.MAX_VALUE;
    for (var i = 0; i < SignInLimit.BURST; i++) {
      var began = System.nanoTime();
      step.run();
      fastest = Math.min(fastest, System.nanoTime() - began);
    }
    return fastest;
  }

  @Test
  void aTokenCannotGiveItselfMoreThanItHas() {
    var frank = API.member("frank");
    var made = frank.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"read\"]}");
    var ci = API.anonymous().as(made.at("token"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(frank.post("tokens", "{\"name\":\"x\",\"scopes\":[\"admin\"]}").status())
        .isEqualTo(403);
    assertThat(ci.post("tokens", "{\"name\":\"x\",\"scopes\":[\"submit\"]}").status())
        .isEqualTo(403);
    assertThat(
            ci.send(
                    "PUT",
                    "me/secret",
                    "{\"secret\":\"a long enough one\"}".getBytes(),
                    java.util.List.of("Content-Type", "application/json"))
                .status())
        .isEqualTo(403);
    assertThat(ci.post("accounts", "{\"name\":\"y\",\"role\":\"admin\"}").status()).isEqualTo(403);
  }

  @Test
  void aTokenIsShownOnceListedWithoutItAndRevoked() {
    var gina = API.member("gina");
    var made = gina.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"read\"],\"expiresInDays\":3}");

    assertThat(made.at("token")).startsWith("plm_");
    assertThat(gina.get("tokens").text()).doesNotContain("plm_").contains("\"ci\"");
    assertThat(API.member("hugo").delete("tokens/" + made.at("id")).status()).isEqualTo(404);
    assertThat(gina.delete("tokens/" + made.at("id")).status()).isEqualTo(204);
    assertThat(API.anonymous().as(made.at("token")).get("me").status()).isEqualTo(401);
  }

  @Test
  void workersAndPeopleKeepToTheirOwnOperations() {
    var worker = API.worker("default");

    assertThat(worker.get("me").status()).isEqualTo(403);
    assertThat(worker.get("tokens").at("detail"))
        .isEqualTo("A worker's token is good for /work only.");
  }

  @Test
  void onlyAdministratorsMakeAccountsAndWorkerTokens() {
    var body = "{\"name\":\"w\",\"pool\":\"p\"}";

    assertThat(API.anonymous().post("worker-tokens", body).status()).isEqualTo(401);
    assertThat(API.organiser("ines").post("worker-tokens", body).status()).isEqualTo(403);
    assertThat(API.admin().post("worker-tokens", body).status()).isEqualTo(201);
    assertThat(
            API.admin().post("accounts", "{\"name\":\"Not A Name\",\"role\":\"member\"}").status())
        .isEqualTo(400);
    assertThat(API.admin().post("accounts", "{\"name\":\"x\",\"role\":\"king\"}").at("detail"))
        .isEqualTo("role must be one of member, organiser, admin: 'king'");
    assertThat(API.admin().post("accounts", "{\"name\":\"ines\",\"role\":\"member\"}").status())
        .isEqualTo(409);
  }

  @Test
  void aTokenThatIsNoneIsRefusedAlsoWhereNoneIsNeeded() {
    var answer = API.anonymous().as("plm_made-up").post("sessions", "{}");

    assertThat(answer.status()).isEqualTo(401);
  }

  private static Answer signIn(String account, String secret) {
    return API.anonymous()
        .post("sessions", "{\"account\":\"%s\",\"secret\":\"%s\"}".formatted(account, secret));
  }
}

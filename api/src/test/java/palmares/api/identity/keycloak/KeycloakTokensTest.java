package palmares.api.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;

class KeycloakTokensTest {

  private static final TestRealm REALM = TestRealm.start();

  @RegisterExtension
  static final RunningApi API = new RunningApi(Map.of("palmares.keycloak.issuer", REALM.issuer()));

  @AfterAll
  static void stop() {
    REALM.close();
  }

  @Test
  void aTokenOfTheRealmIsTakenAndItsOwnerGetsAnAccountAndATeam() {
    var me = as(REALM.claims("ada", "palmares-organiser")).get("me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.at("account") + " " + me.at("role") + " " + me.at("teams[0]"))
        .isEqualTo("ada organiser ada");
    assertThat(API.column("select subject from provider_identity")).contains("ada");
  }

  @Test
  void whatIsNotTheRealmsIsRefused() throws Exception {
    var good = REALM.claims("forger", "palmares-admin");
    var publicKey = REALM.key().toRSAPublicKey().getEncoded();
    var shared =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(REALM.key().getKeyID()).build(),
            good.build());
    shared.sign(new MACSigner(publicKey));
    var genuine = REALM.token(good).split("\\.");
    var altered = REALM.token(REALM.claims("someone-else", "palmares-admin")).split("\\.");
    var refused =
        Map.of(
            "another key", TestRealm.sign(TestRealm.newKey(), JOSEObjectType.JWT, good),
            "another key under the same id",
                TestRealm.sign(
                    new com.nimbusds.jose.jwk.RSAKey.Builder(TestRealm.newKey())
                        .keyID(REALM.key().getKeyID())
                        .build(),
                    JOSEObjectType.JWT,
                    good),
            "no signature", new PlainJWT(good.build()).serialize(),
            "HS256 with the public key", shared.serialize(),
            "other claims below the signature", genuine[0] + "." + altered[1] + "." + genuine[2],
            "a signature cut off", genuine[0] + "." + genuine[1] + ".",
            "a logout token", TestRealm.sign(REALM.key(), new JOSEObjectType("logout+jwt"), good));

    refused.forEach((why, token) ->
        assertThat(API.anonymous().as(token).get("me").status()).as(why).isEqualTo(401));
    assertThat(API.column("select name from account")).doesNotContain("forger");
  }

  @Test
  void whatIsNotForUsOrNotForNowIsRefused() {
    var refused =
        Map.of(
            "expired", good().expirationTime(fromNow(-31)),
            "not yet valid", good().notBeforeTime(fromNow(90)),
            "for another audience", good().audience("account"),
            "for nobody", good().audience((String) null),
            "of another realm", good().issuer(REALM.issuer() + "2"),
            "without an end", good().expirationTime(null),
            "without a subject", good().subject(null),
            "an ID token", good().claim("typ", "ID"),
            "a refresh token", good().claim("typ", "Refresh"));

    refused.forEach(
        (why, claims) -> assertThat(as(claims).get("me").status()).as(why).isEqualTo(401));
  }

  @Test
  void aClockThatDiffersALittleIsForgiven() {
    assertThat(as(good().expirationTime(fromNow(-20))).get("me").status()).isEqualTo(200);
    assertThat(as(good().notBeforeTime(fromNow(20))).get("me").status()).isEqualTo(200);
  }

  @Test
  void whoHasNoRoleOfOursMayNothingAndLeavesNoTrace() {
    var stranger = as(REALM.claims("stranger", "admin"));

    assertThat(stranger.get("benchmarks").status()).isEqualTo(403);
    assertThat(stranger.get("me").at("detail")).contains("palmares-member");
    assertThat(API.column("select name from account")).doesNotContain("stranger");
  }

  @Test
  void rolesOfTheClientCountAndThoseOfOtherClientsDoNot() {
    var ofOurs = Map.of("palmares-api", Map.of("roles", List.of("organiser")));
    var ofOther = Map.of("other", Map.of("roles", List.of("admin")));

    assertThat(
            as(REALM.claims("cora", "none").claim("resource_access", ofOurs)).get("me").at("role"))
        .isEqualTo("organiser");
    assertThat(
            as(REALM.claims("dave", "none").claim("resource_access", ofOther)).get("me").status())
        .isEqualTo(403);
  }

  @Test
  void aRoleThatIsTakenAwayIsGoneWithTheNextToken() {
    var organiser = as(REALM.claims("erin", "palmares-organiser"));
    var member = as(REALM.claims("erin", "palmares-member"));

    assertThat(publish(organiser).status()).isEqualTo(400);
    assertThat(publish(member).status()).isEqualTo(403);
    assertThat(member.get("me").at("role")).isEqualTo("member");
    assertThat(
            API.column(
                "select detail->>'role' from audit_event where action = 'role-provided' and"
                    + " subject = 'erin'"))
        .containsSubsequence("member");
  }

  @Test
  void aScriptsTokenRemembersNoRoleOfTheRealmAndLapsesWhenItsOwnerStaysAway() {
    var frida = as(REALM.claims("frida", "palmares-admin"));
    var made =
        frida.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"read\",\"organise\",\"admin\"]}");
    var script = API.anonymous().as(made.at("token"));

    assertThat(script.get("me").at("role") + " " + script.get("me").at("scopes"))
        .isEqualTo("member list of 1");
    assertThat(script.get("workers").status()).isEqualTo(403);
    API.postgres()
        .asOwner(
            "update provider_identity set seen_at = now() - interval '31 days' where subject ="
                + " 'frida'");
    assertThat(script.get("me").status()).isEqualTo(401);
    assertThat(as(REALM.claims("frida", "palmares-member")).get("me").status()).isEqualTo(200);
    assertThat(script.get("me").status()).isEqualTo(200);
  }

  @Test
  void groupsBecomeTeamsForAsLongAsTheTokenNamesThem() {
    var gus = REALM.claims("gus", "palmares-member");

    var inBoth = as(gus.claim("groups", List.of("/research/nlp", "/research"))).get("teams");
    var inOne = as(gus.claim("groups", List.of("/research"))).get("teams");

    assertThat(inBoth.at("[1].name") + " " + inBoth.at("[2].name"))
        .isEqualTo("research research.nlp");
    assertThat(inBoth.at("[1].provided")).isEqualTo("true");
    assertThat(inOne.at("[2].name")).isEqualTo("absent");
  }

  @Test
  void aGroupOrAPersonNeverTakesOverWhatIsHereUnderTheSameName() {
    API.member("hanna").post("teams", "{\"name\":\"vision\"}");

    var newcomer = as(REALM.claims("admin", "palmares-member").claim("groups", List.of("/vision")));

    assertThat(newcomer.get("me").at("account")).isEqualTo("admin-2");
    assertThat(newcomer.get("teams").at("[1].name")).isEqualTo("vision-2");
    assertThat(newcomer.get("teams/vision").status()).isEqualTo(404);
  }

  @Test
  void aTeamOfTheRealmIsChangedThereAlone() {
    var ines = as(REALM.claims("ines", "palmares-admin").claim("groups", List.of("/speech")));

    assertThat(ines.post("teams/speech/invitations", "{\"role\":\"member\"}").at("detail"))
        .contains("identity provider");
    assertThat(ines.delete("teams/speech/members/ines").status()).isEqualTo(409);
    assertThat(ines.delete("sessions/current").status()).isEqualTo(409);
  }

  @Test
  void anAccountClosedHereStaysClosed() {
    var jon = as(REALM.claims("jon", "palmares-admin"));
    jon.get("me");
    API.postgres().asOwner("update account set disabled_at = now() where name = 'jon'");

    assertThat(jon.get("me").status()).isEqualTo(401);
  }

  @Test
  void aNewKeyOfTheRealmIsFetchedAndItsOldOneForgotten() {
    var old = REALM.token(good());
    assertThat(API.anonymous().as(old).get("me").status()).isEqualTo(200);

    REALM.rotate();

    await().atMost(Duration.ofSeconds(20)).until(() -> as(good()).get("me").status() == 200);
    assertThat(API.anonymous().as(old).get("me").status()).isEqualTo(401);
  }

  @Test
  void ourOwnTokensStandBesideThoseOfTheRealm() {
    assertThat(API.admin().get("me").at("account")).isEqualTo("admin");
    assertThat(API.member("kim").get("me").status()).isEqualTo(200);
  }

  private static Answer publish(Calls by) {
    return by.send(
        "POST",
        "benchmarks",
        new byte[0],
        List.of("Content-Type", "multipart/form-data; boundary=x"));
  }

  private static JWTClaimsSet.Builder good() {
    return REALM.claims("lea", "palmares-member");
  }

  private static Date fromNow(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static Calls as(JWTClaimsSet.Builder claims) {
    return API.anonymous().as(REALM.token(claims));
  }
}

package palmares.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palmares.web.identity.OpenId.RefusedByProvider;

class OpenIdTest {

  private final OpenIdSessions sessions = new OpenIdSessions();
  private final PendingSignIn pending = PendingSignIn.to("/submit");
  private final SetClock clock = new SetClock();
  private StubRealm realm;
  private OpenId provider;

  @BeforeEach
  void start() throws Exception {
    realm = new StubRealm();
    provider = realm.client();
  }

  @AfterEach
  void stop() {
    realm.close();
  }

  @Test
  void theBrowserIsSentWithAChallengeAStateAndANonceAndTheRestStaysHere() {
    var address = provider.authorization(pending).toString();

    assertThat(address)
        .startsWith(realm.issuer() + "/protocol/openid-connect/auth?")
        .contains("response_type=code", "code_challenge_method=S256", "client_id=palmares-web")
        .contains("state=" + pending.state(), "nonce=" + pending.nonce())
        .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fsign-in%2Fkeycloak%2Fback")
        .doesNotContain(pending.verifier().getValue(), "secret");
  }

  @Test
  void aCodeIsChangedForTokensWithTheVerifier() throws Exception {
    realm.answersWith("a1", 300, idToken(realm.claims(pending.nonce().getValue())));

    var signedIn = provider.exchange("the-code", pending);

    assertThat(signedIn.session()).isEqualTo("session-1");
    assertThat(realm.asked().getFirst())
        .startsWith("token ")
        .contains("code=the-code", "code_verifier=" + pending.verifier().getValue());
  }

  @Test
  void anAnswerToAnotherSignInIsRefused() {
    assertRefused(realm.key(), realm.claims("another nonce"));
    assertRefused(realm.key(), realm.claims(pending.nonce().getValue()).audience("another"));
    assertRefused(realm.key(), realm.claims(pending.nonce().getValue()).issuer("http://other"));
    assertRefused(
        realm.key(),
        realm
            .claims(pending.nonce().getValue())
            .expirationTime(java.util.Date.from(Instant.now().minusSeconds(120))));
    assertRefused(StubRealm.newKey(), realm.claims(pending.nonce().getValue()));
  }

  private void assertRefused(RSAKey key, JWTClaimsSet.Builder claims) {
    realm.answersWith("a1", 300, StubRealm.sign(key, claims));

    assertThatThrownBy(() -> provider.exchange("the-code", pending))
        .isInstanceOf(RefusedByProvider.class);
  }

  @Test
  void aTokenIsChangedBeforeItEndsAndNotSooner() throws Exception {
    var session = signIn("a1", 300);
    realm.answersWith("a2", 300, idToken(realm.claims("none")));

    clock.pass(Duration.ofSeconds(269));
    assertThat(session.token()).isEqualTo("a1");
    clock.pass(Duration.ofSeconds(2));
    assertThat(session.token()).isEqualTo("a2");
    assertThat(realm.asked().getLast())
        .contains("grant_type=refresh_token", "refresh_token=refresh-a1");
  }

  @Test
  void aSignInEndsWhenTheProviderRefusesAFreshTokenAndNotWhenItIsAway() throws Exception {
    var session = signIn("a1", 60);
    clock.pass(Duration.ofSeconds(31));

    realm.answers(503, "{}");
    assertThat(session.token()).isEqualTo("a1");
    assertThat(session.hasEnded()).isFalse();
    realm.answers(400, "{\"error\":\"invalid_grant\"}");
    assertThat(session.token()).isEqualTo("a1");
    assertThat(session.hasEnded()).isTrue();
  }

  @Test
  void endingASignInEndsItAtTheProvider() throws Exception {
    var session = signIn("a1", 300);

    session.end();

    assertThat(session.hasEnded()).isTrue();
    assertThat(realm.asked().getLast()).isEqualTo("logout refresh_token=refresh-a1");
  }

  @Test
  void theProviderEndsTheSignInsOfItsSessionAndNobodyElseDoes() throws Exception {
    var session = signIn("a1", 300);
    var forged = StubRealm.sign(StubRealm.newKey(), realm.logout());

    assertThatThrownBy(() -> provider.ended(forged)).isInstanceOf(RefusedByProvider.class);
    assertThatThrownBy(() -> provider.ended(idToken(realm.claims("n"))))
        .isInstanceOf(RefusedByProvider.class);
    sessions.end("another session");
    assertThat(session.hasEnded()).isFalse();
    sessions.end(provider.ended(StubRealm.sign(realm.key(), realm.logout())));
    assertThat(session.hasEnded()).isTrue();
  }

  private OpenIdSession signIn(String accessToken, int seconds) throws Exception {
    realm.answersWith(accessToken, seconds, idToken(realm.claims(pending.nonce().getValue())));
    return new OpenIdSession(provider, sessions, clock, provider.exchange("code", pending));
  }

  private String idToken(JWTClaimsSet.Builder claims) {
    return StubRealm.sign(realm.key(), claims);
  }

  private static final class SetClock extends Clock {

    private Instant now = Instant.parse("2026-01-31T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

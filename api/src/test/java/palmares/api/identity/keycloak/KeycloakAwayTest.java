package palmares.api.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;

/// The api is there before its identity provider is, and without it.
class KeycloakAwayTest {

  private static final TestRealm REALM = TestRealm.start();

  @RegisterExtension
  static final RunningApi API = new RunningApi(Map.of("palmares.keycloak.issuer", REALM.issuer()));

  @Test
  void whileNobodyCanCheckATokenItIsNeitherTakenNorCalledWrong() {
    REALM.goAway(true);
    var token = REALM.token(REALM.claims("ada", "palmares-member"));

    var answer = API.anonymous().as(token).get("me");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(API.admin().get("me").status()).isEqualTo(200);
    assertThat(API.anonymous().as("neither.a.token").get("me").status()).isEqualTo(401);
    REALM.close();
  }
}

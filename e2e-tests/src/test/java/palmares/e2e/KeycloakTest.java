package palmares.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.testing.Chromium;
import palmares.e2e.platform.Keycloak;
import palmares.e2e.platform.Rest;
import palmares.e2e.platform.Role;

/// One platform and one real Keycloak, which takes long to start, for all tests; the last one
/// starts it again.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {

  private static final Duration START = Duration.ofMinutes(3);
  private static final String PASSWORD = "a password of the tests";

  @TempDir static Path folder;

  private static URI origin;
  private static Keycloak keycloak;
  private static Role platform;

  @BeforeAll
  static void start() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    origin = URI.create("http://localhost:" + freePort());
    keycloak = Keycloak.start(folder.resolve("keycloak"), freePort(), origin);
    keycloak.allowPasswords();
    keycloak.addPerson("alice", PASSWORD, List.of("palmares-member"));
    keycloak.addPerson("olga", PASSWORD, List.of("palmares-organiser"));
    keycloak.addPerson("stranger", PASSWORD, List.of());
    keycloak.addToGroup("olga", "research");
    platform =
        new Role(
            "up-with-keycloak",
            List.of(
                "up",
                "--data",
                folder.resolve("platform").toString(),
                "--port",
                String.valueOf(origin.getPort())),
            Map.of(
                "PALMARES_KEYCLOAK_ISSUER", keycloak.issuer().toString(),
                "PALMARES_KEYCLOAK_CLIENT_SECRET_FILE", keycloak.clientSecret().toString()));
    platform.start();
    await()
        .atMost(START)
        .until(() -> {
          assertThat(platform.isAlive()).as(platform.printed()).isTrue();
          return platform.printed().contains("ready in");
        });
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  @Order(1)
  void theFirstPersonGetsAPasswordForOneSignInAndNoSecretIsPrinted() throws IOException {
    assertThat(keycloak.printed()).containsPattern("ada, one-time password [0-9a-f]{32}");
    assertThat(keycloak.printed())
        .contains("PALMARES_KEYCLOAK_ISSUER=" + keycloak.issuer())
        .doesNotContain(Files.readString(keycloak.clientSecret()).strip());
  }

  @Test
  @Order(2)
  void whatTheRealmSaysOfAPersonIsWhatTheyMay() throws Exception {
    var alice = as("alice");
    var olga = as("olga");

    assertThat(alice.get("/me").body().get("role").asText()).isEqualTo("member");
    assertThat(publish(alice)).isEqualTo(403);
    assertThat(publish(olga)).isEqualTo(400);
    assertThat(olga.get("/me").body().get("teams").toString()).isEqualTo("[\"olga\",\"research\"]");
    assertThat(as("stranger").get("/me").status()).isEqualTo(403);
  }

  @Test
  @Order(3)
  void tokensThatAreNotForUsAreRefused() throws Exception {
    var tokens = keycloak.tokens("olga", PASSWORD);
    var parts = tokens.get("access_token").asText().split("\\.");
    var others = keycloak.tokens("alice", PASSWORD).get("access_token").asText().split("\\.");

    assertThat(status(tokens.get("id_token").asText())).as("an ID token").isEqualTo(401);
    assertThat(status(tokens.get("refresh_token").asText())).as("a refresh token").isEqualTo(401);
    assertThat(status(keycloak.foreignToken())).as("of another realm").isEqualTo(401);
    assertThat(status(parts[0] + "." + parts[1] + "." + others[2]))
        .as("with another's signature")
        .isEqualTo(401);
    assertThat(status("eyJhbGciOiJub25lIn0." + parts[1] + ".")).as("unsigned").isEqualTo(401);
    assertThat(status(String.join(".", parts))).as("as it was given").isEqualTo(200);
  }

  @Test
  @Order(4)
  void aMemberSignsInIsRefusedAndSignsOutEverywhere() throws Exception {
    try (var chromium = Chromium.start()) {
      var page = chromium.browser().newContext().newPage();
      page.navigate(origin + "/submit");
      signIn(page, "alice");

      assertThat(page).hasURL(origin + "/submit");
      assertThat(page.getByText("alice").first()).isVisible();
      assertThat(page.content() + page.url()).doesNotContain("eyJ");
      assertThat(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
          .asString()
          .doesNotContain("eyJ");
      assertThat(page.context().cookies(origin.toString()))
          .allSatisfy(cookie -> assertThat(cookie.value).doesNotContain("eyJ"));

      page.getByText("alice").first().click();
      page.getByText("Sign out").click();

      assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in")))
          .isVisible();
      // Keycloak has forgotten them too: it asks who they are.
      page.navigate(origin + "/sign-in/keycloak");
      assertThat(page.locator("#username")).isVisible();
    }
  }

  @Test
  @Order(5)
  void whoHasNoRoleIsToldSoAndWhoIsSignedOutAtTheRealmIsSignedOutHere() throws Exception {
    try (var chromium = Chromium.start()) {
      var stranger = chromium.browser().newContext().newPage();
      stranger.navigate(origin + "/submit");
      signIn(stranger, "stranger");
      assertThat(stranger.getByText("You have no role here")).isVisible();

      var page = chromium.browser().newContext().newPage();
      page.navigate(origin + "/submit");
      signIn(page, "olga");
      assertThat(page.getByText("olga").first()).isVisible();
      keycloak.signOut("olga");

      await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .untilAsserted(() -> {
            page.navigate(origin + "/leaderboards");
            assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
          });
    }
  }

  @Test
  @Order(6)
  void aSignInIsGoodForComingBackOnceAndLeadsNowhereElse() throws Exception {
    try (var chromium = Chromium.start()) {
      var page = chromium.browser().newContext().newPage();
      var back = new java.util.concurrent.atomic.AtomicReference<>("");
      page.onRequest(request -> {
        if (request.url().contains("/sign-in/keycloak/back")) {
          back.set(request.url());
        }
      });
      page.navigate(origin + "/sign-in/keycloak?to=//evil.example/");
      fill(page, "alice");
      assertThat(page).hasURL(origin + "/");

      page.navigate(back.get());

      assertThat(page.getByText("This sign-in is over")).isVisible();
    }
  }

  @Test
  @Order(7)
  void aRoleThatIsTakenAwayIsGoneWithTheNextToken() throws Exception {
    keycloak.takeRole("olga", "palmares-organiser");

    assertThat(as("olga").get("/me").status()).isEqualTo(403);
  }

  @Test
  @Order(8)
  void settingUpAgainChangesNothing() throws Exception {
    var secret = Files.readString(keycloak.clientSecret());
    var token = keycloak.tokens("alice", PASSWORD).get("access_token").asText();

    keycloak.restart();

    assertThat(Files.readString(keycloak.clientSecret())).isEqualTo(secret);
    assertThat(keycloak.printed().split("one-time password", -1)).hasSize(2);
    assertThat(status(token)).isEqualTo(200);
    assertThat(as("alice").get("/me").status()).isEqualTo(200);
  }

  private static void signIn(Page page, String name) {
    page.getByText("Sign in with Keycloak").click();
    fill(page, name);
  }

  private static void fill(Page page, String name) {
    page.locator("#username").fill(name);
    page.locator("#password").fill(PASSWORD);
    page.locator("#kc-login").click();
  }

  private static Rest as(String name) throws IOException, InterruptedException {
    return new Rest(origin, keycloak.tokens(name, PASSWORD).get("access_token").asText());
  }

  private static int status(String token) throws IOException, InterruptedException {
    return new Rest(origin, token).get("/me").status();
  }

  private static int publish(Rest by) throws IOException, InterruptedException {
    return by.post("/benchmarks", "multipart/form-data; boundary=x", new byte[0], Map.of())
        .status();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

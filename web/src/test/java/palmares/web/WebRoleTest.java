package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palmares.web.identity.OpenIdConfig;

final class WebRoleTest {

  private static final URI NO_API = URI.create("http://127.0.0.1:9");

  private static final OpenIdConfig REALM =
      new OpenIdConfig(
          URI.create("https://id.example.org/realms/a"),
          null,
          "palmares-web",
          "secret",
          URI.create("https://boards.example.org"),
          false);

  @Test
  void aPageLetsOnlyItsOwnScriptsRun() throws Exception {
    try (var role = WebRole.start(WebConfig.of(0, NO_API))) {

      var page = get(role, "/");

      assertThat(page.statusCode()).isEqualTo(200);
      String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      var nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
      assertThat(nonce.find()).isTrue();
      assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(policy).doesNotContain("script-src 'self' 'unsafe-inline'");
      assertThat(Pattern.compile("<script[^>]*>").matcher(page.body()).results())
          .isNotEmpty()
          .allMatch(script -> script.group().contains("nonce=\"" + nonce.group(1) + "\""));
      assertThat(get(role, "/").headers().firstValue("Content-Security-Policy"))
          .isNotEqualTo(page.headers().firstValue("Content-Security-Policy"));
    }
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
    try (var role = WebRole.start(WebConfig.of(0, NO_API))) {

      var page = get(role, "/");

      assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("palmares=")
          .contains("HttpOnly", "SameSite=Lax");
    }
  }

  @Test
  void theLastWordOfAPageFromBeforeASignInBringsNoOtherSession() throws Exception {
    try (var role = WebRole.start(WebConfig.of(0, NO_API))) {

      var answer =
          get(
              role,
              "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=gone&X-Atmosphere-Transport=close"
                  + "&X-Atmosphere-tracking-id=gone",
              "Cookie",
              "palmares=of-before-the-sign-in.node0");

      assertThat(answer.statusCode()).isLessThan(500);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void behindAProxyOnlyTheSchemeAndTheVisitorAreBelieved() throws Exception {
    try (var api = new StubApi();
        var role =
            WebRole.start(
                new WebConfig(0, "127.0.0.1", api.address(), Duration.ofSeconds(5), true), REALM)) {
      api.on("GET /me", "{}");

      var page = get(role, "/sign-in", "X-Forwarded-Proto", "https");
      get(
          role,
          "/api/v1/me",
          "X-Forwarded-Proto",
          "https",
          "X-Forwarded-Host",
          "evil.example",
          "X-Forwarded-Port",
          "666",
          "X-Forwarded-Server",
          "evil.example",
          "Forwarded",
          "host=evil.example;proto=http");

      assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(api.seen().getLast().headers())
          .containsEntry("X-forwarded-proto", "https")
          .containsEntry("X-forwarded-host", role.address().getAuthority());
    }
  }

  @Test
  void theCookieIsForTlsAloneWhereThePublicAddressIsHttps() throws Exception {
    try (var role = WebRole.start(WebConfig.of(0, NO_API), REALM)) {

      var page = get(role, "/");

      assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void theStylesOfThePagesAndOfTheirThemeAreServed() throws Exception {
    try (var role = WebRole.start(WebConfig.of(0, NO_API))) {

      assertThat(get(role, "/palmares/tokens.css").body()).contains("--palmares-laurel");
      assertThat(get(role, "/lumo/lumo.css").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void twoRolesRunInOneProcess() throws Exception {
    try (var one = WebRole.start(WebConfig.of(0, NO_API));
        var other = WebRole.start(WebConfig.of(0, NO_API))) {

      assertThat(get(one, "/").statusCode()).isEqualTo(200);
      assertThat(get(other, "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (var role = WebRole.start(WebConfig.of(0, NO_API))) {
      int taken = role.address().getPort();

      assertThatThrownBy(() -> WebRole.start(WebConfig.of(taken, NO_API)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("127.0.0.1:" + taken);
    }
  }

  /// @param headers names and values in turn
  private static HttpResponse<String> get(WebRole role, String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(role.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}

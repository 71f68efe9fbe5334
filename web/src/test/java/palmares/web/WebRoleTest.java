package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WebRoleTest {

  private static final URI NO_API = URI.create("http://127.0.0.1:9");

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

  private static HttpResponse<String> get(WebRole role, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(role.address() + path)).build(),
            BodyHandlers.ofString());
  }
}

package palmares.web.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.web.origin.ForwardingOrigin.answer;
import static palmares.web.origin.ForwardingOrigin.write;

import com.sun.net.httpserver.Headers;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class ForwardedHeadersTest {

  @RegisterExtension final ForwardingOrigin origin = new ForwardingOrigin();

  @Test
  void theApiLearnsWhoAskedFromUsAloneAndNeverSeesTheSessionCookie() throws Exception {
    BlockingQueue<Headers> seen = new ArrayBlockingQueue<>(1);
    origin.onApi(
        "/api",
        exchange -> {
          seen.add(exchange.getRequestHeaders());
          answer(exchange, 200, "");
        });

    origin.send(
        origin
            .request("/api/v1/me")
            .header("Authorization", "Bearer t")
            .header("Cookie", "palmares=secret")
            .header("X-Forwarded-For", "6.6.6.6")
            .header("X-Forwarded-User", "admin")
            .header("Forwarded", "for=6.6.6.6")
            .build());

    Headers headers = seen.take();
    assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
    assertThat(headers.get("X-Forwarded-Host")).containsExactly(origin.address().getAuthority());
    assertThat(headers.get("Host")).containsExactly(origin.address().getAuthority());
    assertThat(headers.get("Authorization")).containsExactly("Bearer t");
    assertThat(headers.get("Via")).containsExactly("1.1 palmares");
    assertThat(headers).doesNotContainKeys("Cookie", "Forwarded", "X-forwarded-user");
  }

  @Test
  void hopByHopHeadersStayOnTheirHop() throws Exception {
    BlockingQueue<Headers> seen = new ArrayBlockingQueue<>(1);
    origin.onApi(
        "/api",
        exchange -> {
          seen.add(exchange.getRequestHeaders());
          exchange.getResponseHeaders().set("Keep-Alive", "timeout=3");
          exchange.getResponseHeaders().set("X-Kept", "yes");
          answer(exchange, 200, "");
        });

    String answer;
    try (var socket = new Socket("127.0.0.1", origin.address().getPort())) {
      write(
          socket,
          """
          GET /api/v1/me HTTP/1.1\r
          Host: palmares.example\r
          Connection: close, X-Private\r
          X-Private: 1\r
          TE: trailers\r
          Proxy-Authorization: Basic eA==\r
          \r
          """);
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    assertThat(seen.take()).doesNotContainKeys("X-private", "Te", "Proxy-authorization");
    assertThat(answer).contains("X-kept: yes").doesNotContain("timeout=3");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersUnlessTheApiKnowsBetter() throws Exception {
    origin.onApi("/api", exchange -> answer(exchange, 200, ""));
    origin.onApi(
        "/docs",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
          answer(exchange, 200, "");
        });

    var plain = origin.send(origin.request("/api/v1/me").build()).headers();
    var documentation = origin.send(origin.request("/docs").build()).headers();

    assertThat(plain.firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(plain.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(plain.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(documentation.allValues("Content-Security-Policy"))
        .containsExactly("default-src 'self'");
  }

  @Test
  void theDocumentationMayRunScriptsFromFilesOnly() throws Exception {
    origin.onApi("/docs", exchange -> answer(exchange, 200, ""));

    var headers = origin.send(origin.request("/docs/").build()).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';", "frame-ancestors 'none'");
  }
}

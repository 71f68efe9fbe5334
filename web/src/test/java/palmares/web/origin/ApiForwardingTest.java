package palmares.web.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ApiForwardingTest {

  private static final Duration API_TIMEOUT = Duration.ofSeconds(1);

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer api;
  private Server origin;

  @BeforeEach
  void start() throws Exception {
    api = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.start();
    origin = new Server(new InetSocketAddress("127.0.0.1", 0));
    origin.setHandler(
        new SecurityHeaders(
            new ApiForwarding(
                URI.create("http://127.0.0.1:" + api.getAddress().getPort()), API_TIMEOUT)));
    origin.start();
  }

  @AfterEach
  void stop() throws Exception {
    origin.stop();
    api.stop(0);
    client.shutdownNow();
  }

  @Test
  void pathQueryAndBodyArriveAsSentAndTheAnswerComesBackAsGiven() throws Exception {
    BlockingQueue<String> seen = new ArrayBlockingQueue<>(1);
    api.createContext(
        "/api",
        exchange -> {
          seen.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().set("ETag", "\"14\"");
          answer(exchange, 202, "taken");
        });

    var response =
        send(request("/api/v1/x%20y?q=a%2Fb&q=2").POST(BodyPublishers.ofString("één")).build());

    assertThat(seen.take()).isEqualTo("POST /api/v1/x%20y?q=a%2Fb&q=2 één");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("taken");
    assertThat(response.headers().firstValue("ETag")).contains("\"14\"");
  }

  @Test
  void notModifiedComesBackWithoutABody() throws Exception {
    api.createContext(
        "/api",
        exchange -> {
          boolean known = "\"14\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.sendResponseHeaders(known ? 304 : 200, -1);
          exchange.close();
        });

    var response = send(request("/api/v1/board").header("If-None-Match", "\"14\"").build());

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void anAddressThatIsNotEncodedIsABadRequest() throws Exception {
    String answer;
    try (var socket = new Socket("127.0.0.1", address().getPort())) {
      write(socket, "GET /api/v1/x?q=a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    assertThat(answer).startsWith("HTTP/1.1 400").contains("must be percent-encoded");
  }

  @Test
  void onlyTheApisOwnPathsAreForwarded() throws Exception {
    api.createContext("/", exchange -> answer(exchange, 200, "api"));

    assertThat(send(request("/docs/index.html").build()).body()).isEqualTo("api");
    assertThat(send(request("/client/palmares.py").build()).body()).isEqualTo("api");
    assertThat(send(request("/apiary").build()).statusCode()).isEqualTo(404);
    assertThat(send(request("/metrics").build()).statusCode()).isEqualTo(404);
    assertThat(send(request("/api/../metrics").build()).statusCode()).isEqualTo(404);
    assertThat(send(request("/api/%2e%2e/metrics").build()).statusCode()).isIn(400, 404);
  }

  @Test
  void theApiLearnsWhoAskedFromUsAloneAndNeverSeesTheSessionCookie() throws Exception {
    BlockingQueue<Headers> seen = new ArrayBlockingQueue<>(1);
    api.createContext(
        "/api",
        exchange -> {
          seen.add(exchange.getRequestHeaders());
          answer(exchange, 200, "");
        });

    send(
        request("/api/v1/me")
            .header("Authorization", "Bearer t")
            .header("Cookie", "palmares=secret")
            .header("X-Forwarded-For", "6.6.6.6")
            .header("X-Forwarded-User", "admin")
            .header("Forwarded", "for=6.6.6.6")
            .build());

    Headers headers = seen.take();
    assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
    assertThat(headers.get("X-Forwarded-Host")).containsExactly(address().getAuthority());
    assertThat(headers.get("Host")).containsExactly(address().getAuthority());
    assertThat(headers.get("Authorization")).containsExactly("Bearer t");
    assertThat(headers.get("Via")).containsExactly("1.1 palmares");
    assertThat(headers).doesNotContainKeys("Cookie", "Forwarded", "X-forwarded-user");
  }

  @Test
  void hopByHopHeadersStayOnTheirHop() throws Exception {
    BlockingQueue<Headers> seen = new ArrayBlockingQueue<>(1);
    api.createContext(
        "/api",
        exchange -> {
          seen.add(exchange.getRequestHeaders());
          exchange.getResponseHeaders().set("Keep-Alive", "timeout=3");
          exchange.getResponseHeaders().set("X-Kept", "yes");
          answer(exchange, 200, "");
        });

    String answer;
    try (var socket = new Socket("127.0.0.1", address().getPort())) {
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
  void anEventArrivesWhileTheStreamIsStillOpen() throws Exception {
    var secondMayGo = new CountDownLatch(1);
    api.createContext(
        "/api",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            body.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            body.flush();
            await(secondMayGo);
            body.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
          }
        });

    var response = client.send(request("/api/v1/events").build(), BodyHandlers.ofInputStream());

    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: one");
      secondMayGo.countDown();
      assertThat(lines.lines()).containsExactly("", "data: two", "");
    }
  }

  @Test
  void theFirstPartOfAnUploadArrivesBeforeTheLastIsSent() throws Exception {
    var firstCame = new CountDownLatch(1);
    BlockingQueue<Long> length = new ArrayBlockingQueue<>(1);
    api.createContext(
        "/api",
        exchange -> {
          long read = exchange.getRequestBody().read() < 0 ? 0 : 1;
          firstCame.countDown();
          length.add(read + exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
          answer(exchange, 200, "");
        });

    String answer;
    try (var socket = new Socket("127.0.0.1", address().getPort())) {
      write(
          socket,
          "POST /api/v1/submissions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
              + "Connection: close\r\n\r\n5\r\nfirst\r\n");
      await(firstCame);
      write(socket, "4\r\nlast\r\n0\r\n\r\n");
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(length.take()).isEqualTo("firstlast".length());
  }

  @Test
  void anApiThatIsAwayIsABadGateway() throws Exception {
    api.stop(0);

    var response = send(request("/api/v1/me").build());

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Bad Gateway\",\"status\":502,\"detail\":\"The"
                + " API cannot be reached; try again in a moment\",\"errors\":[]}");
  }

  @Test
  void anApiThatStaysSilentIsAGatewayTimeout() throws Exception {
    var done = new CountDownLatch(1);
    api.createContext(
        "/api",
        exchange -> {
          await(done);
          exchange.close();
        });

    var response = send(request("/api/v1/me").build());
    done.countDown();

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("did not answer within 1 s");
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForAWholeOne() {
    api.createContext(
        "/api",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });

    assertThatThrownBy(() -> send(request("/api/v1/me").build())).isInstanceOf(IOException.class);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersUnlessTheApiKnowsBetter() throws Exception {
    api.createContext("/api", exchange -> answer(exchange, 200, ""));
    api.createContext(
        "/docs",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
          answer(exchange, 200, "");
        });

    var plain = send(request("/api/v1/me").build()).headers();
    var documentation = send(request("/docs").build()).headers();

    assertThat(plain.firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(plain.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(plain.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(documentation.allValues("Content-Security-Policy"))
        .containsExactly("default-src 'self'");
  }

  @Test
  void theDocumentationMayRunScriptsFromFilesOnly() throws Exception {
    api.createContext("/docs", exchange -> answer(exchange, 200, ""));

    var headers = send(request("/docs/").build()).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';", "frame-ancestors 'none'");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private URI address() {
    return URI.create(
        "http://127.0.0.1:" + ((ServerConnector) origin.getConnectors()[0]).getLocalPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

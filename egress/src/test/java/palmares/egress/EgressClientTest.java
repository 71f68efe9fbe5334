package palmares.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EgressClientTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("1.1.1.1");

  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void aDocumentIsPostedAndTheAnswerComesBack() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          seen.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Id")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Host")
                  + " "
                  + body);
          exchange.getResponseHeaders().set("Retry-After", "7");
          answer(exchange, 503, "busy");
        });

    var result = post(here(), "receiver.test", List.of(LOOPBACK));

    assertThat(result)
        .isInstanceOfSatisfying(
            EgressResult.Answered.class,
            answered -> {
              assertThat(answered.status()).isEqualTo(503);
              assertThat(answered.body()).isEqualTo("busy");
              assertThat(answered.headers()).containsEntry("retry-after", "7");
            });
    assertThat(seen)
        .containsExactly("POST application/json 7 receiver.test:" + port() + " {\"x\":\"é\"}");
  }

  @Test
  void aNameThatStandsForAPrivateAddressIsNotUsed() throws Exception {
    server.createContext("/", answering(200, "secret"));

    var result = post(onlyPublic(), "rebind.test", List.of(LOOPBACK));

    assertThat(result)
        .isEqualTo(
            new EgressResult.NotAllowed(
                "127.0.0.1 is in a network that is not to be reached from here"));
    assertThat(lookedUp).containsExactly("rebind.test");
  }

  @Test
  void oneAddressThatIsNotAllowedIsEnoughToRefuseAName() throws Exception {
    server.createContext("/", answering(200, "secret"));

    var result = post(onlyPublic(), "mixed.test", List.of(PUBLIC, LOOPBACK));

    assertThat(result).isInstanceOf(EgressResult.NotAllowed.class);
  }

  /// What a server of names answers a second time does not count: there is no second time.
  @Test
  void aConnectionGoesToTheAddressThatWasChecked() throws Exception {
    server.createContext("/", answering(200, "ok"));
    var answers = new ConcurrentLinkedQueue<>(List.of(LOOPBACK, InetAddress.ofLiteral("10.0.0.1")));
    try (var client = EgressClient.start(here(), host -> List.of(answers.remove()))) {
      var result = client.post(request("flips.test", Duration.ofSeconds(10), 1000));

      assertThat(result).isInstanceOf(EgressResult.Answered.class);
      assertThat(answers).hasSize(1);
    }
  }

  @Test
  void numbersThatHideALoopbackAddressAreRefused() throws Exception {
    try (var client = EgressClient.start(onlyPublic())) {
      for (var host : List.of("2130706433", "127.1", "0x7f.0.0.1", "localhost")) {
        assertThat(client.post(request(host, Duration.ofSeconds(10), 1000)))
            .as(host)
            .isNotInstanceOf(EgressResult.Answered.class);
      }
    }
  }

  @Test
  void aRedirectIsAnAnswerAndNothingElse() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/inner");
          answer(exchange, 307, "");
        });

    var result = post(here(), "receiver.test", List.of(LOOPBACK));

    assertThat(result)
        .isInstanceOfSatisfying(
            EgressResult.Answered.class, answered -> assertThat(answered.status()).isEqualTo(307));
    assertThat(seen).containsExactly("/hook");
  }

  @Test
  void anAnswerIsReadOnlyAsFarAsWasAskedFor() throws Exception {
    server.createContext("/", answering(200, "x".repeat(5_000_000)));

    assertThat(post(here(), "receiver.test", List.of(LOOPBACK)))
        .isEqualTo(new EgressResult.TooLong(200, 1000));
  }

  @Test
  void whoSendsByteByByteIsGivenUpAfterTheWholeTime() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (int i = 0; i < 300 && !over.await(50, TimeUnit.MILLISECONDS); i++) {
              body.write('x');
              body.flush();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (var client = client(here(), List.of(LOOPBACK))) {
      var patience = Duration.ofMillis(700);

      assertThat(client.post(request("receiver.test", patience, 1000)))
          .isEqualTo(new EgressResult.TooSlow(patience));
    }
  }

  @Test
  void aServerOfNamesThatIsSilentIsGivenUpToo() throws Exception {
    HostNames silent =
        host -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    try (var client = EgressClient.start(here(), silent)) {
      var patience = Duration.ofMillis(700);

      assertThat(client.post(request("receiver.test", patience, 1000)))
          .isEqualTo(new EgressResult.TooSlow(patience));
    }
  }

  @Test
  void whyThereIsNoAnswerIsSaidWithoutThePath() throws Exception {
    int closed = port();
    server.stop(0);
    try (var client = client(here(), List.of(LOOPBACK))) {
      var result = client.post(request("receiver.test", Duration.ofSeconds(10), 1000));

      assertThat(result)
          .isEqualTo(new EgressResult.Unreachable("nothing listens at receiver.test:" + closed));
    }
  }

  @Test
  void anUnknownNameIsSaid() throws Exception {
    HostNames none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (var client = EgressClient.start(here(), none)) {
      assertThat(client.post(request("nobody.test", Duration.ofSeconds(10), 1000)))
          .isEqualTo(new EgressResult.Unreachable("the name nobody.test is unknown"));
    }
  }

  private EgressResult post(EgressPolicy policy, String host, List<InetAddress> addresses)
      throws InterruptedException {
    try (var client = client(policy, addresses)) {
      return client.post(request(host, Duration.ofSeconds(10), 1000));
    }
  }

  private EgressClient client(EgressPolicy policy, List<InetAddress> addresses) {
    return EgressClient.start(
        policy,
        host -> {
          lookedUp.add(host);
          return addresses;
        });
  }

  private EgressRequest request(String host, Duration patience, int longest) {
    return new EgressRequest(
        URI.create("http://" + host + ":" + port() + "/hook"),
        Map.of("X-Id", "7"),
        "application/json",
        "{\"x\":\"é\"}",
        patience,
        longest);
  }

  private EgressPolicy onlyPublic() {
    return new EgressPolicy(true, Set.of(port()), List.of());
  }

  private EgressPolicy here() {
    return new EgressPolicy(true, Set.of(port()), List.of(AddressRange.parse("127.0.0.0/8")));
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private static HttpHandler answering(int status, String body) {
    return exchange -> answer(exchange, status, body);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}

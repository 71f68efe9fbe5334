package palmares.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the Python client does with answers that no platform gives: a wrong address, a cut line.
class PythonClientAnswersTest {

  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path CLIENT =
      Path.of("../api/src/main/resources/palmares/api/client/palmares.py").toAbsolutePath();

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Files.isExecutable(PYTHON), "there is no " + PYTHON);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void theSubmissionThatIsToStandIsChosen() throws Exception {
    server.createContext(
        "/api/v1/submissions/s-1/choose",
        exchange ->
            answer(
                exchange,
                exchange.getRequestMethod().equals("POST") ? 200 : 405,
                "{\"system\": \"mine\", \"benchmark\": \"reading\"}"));

    var result = client("choose", "s-1");

    assertThat(result.code()).as(result.printed()).isZero();
    assertThat(result.printed())
        .isEqualTo("mine: this submission stands for it on the leaderboards of reading\n");
  }

  @Test
  void aPageInPlaceOfAnAnswerIsNoAnswer() throws Exception {
    server.createContext("/", exchange -> answer(exchange, 200, "<html>Welcome</html>"));

    var result = status();

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.printed())
        .contains("does not answer as Palmares does", "<html>")
        .doesNotContain("Traceback");
  }

  @Test
  void aRefusalThatIsNoProblemDocumentIsShownAsItIs() throws Exception {
    server.createContext("/", exchange -> answer(exchange, 404, "[\"not here\"]"));

    var result = status();

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.printed()).isEqualTo("HTTP 404: [\"not here\"]\n");
  }

  @Test
  void aWaitUntilTomorrowIsToldAndNotMade() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          requests.getAndIncrement();
          exchange.getResponseHeaders().set("Retry-After", "31");
          answer(exchange, 429, "{\"detail\": \"All 5 submissions of the day are made.\"}");
        });

    var result = status();

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.printed()).isEqualTo("All 5 submissions of the day are made.\n");
    assertThat(requests).hasValue(1);
  }

  @Test
  void aCutAnswerIsAskedForAgain() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          if (requests.getAndIncrement() == 0) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"system\":".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
          } else {
            answer(exchange, 200, "{\"system\": \"mine\", \"state\": \"complete\"}");
          }
        });

    var result = status();

    assertThat(result.code()).as(result.printed()).isZero();
    assertThat(result.printed()).isEqualTo("mine: complete\n");
    assertThat(requests).hasValue(2);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Result(int code, String printed) {}

  private Result status() throws Exception {
    return client("status", "1");
  }

  private Result client(String name, String id) throws Exception {
    var command = List.of(PYTHON.toString(), CLIENT.toString(), name, id);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var address = "http://localhost:" + server.getAddress().getPort();
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", "/nowhere", "PALMARES_API", address));
    var process = builder.start();
    process.getOutputStream().close();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), printed);
  }
}

package palmares.web.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.web.origin.ForwardingOrigin.answer;
import static palmares.web.origin.ForwardingOrigin.await;
import static palmares.web.origin.ForwardingOrigin.write;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class ApiForwardingTest {

  @RegisterExtension final ForwardingOrigin origin = new ForwardingOrigin();

  @Test
  void pathQueryAndBodyArriveAsSentAndTheAnswerComesBackAsGiven() throws Exception {
    BlockingQueue<String> seen = new ArrayBlockingQueue<>(1);
    origin.onApi(
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
        origin.send(
            origin
                .request("/api/v1/x%20y?q=a%2Fb&q=2")
                .POST(BodyPublishers.ofString("één"))
                .build());

    assertThat(seen.take()).isEqualTo("POST /api/v1/x%20y?q=a%2Fb&q=2 één");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("taken");
    assertThat(response.headers().firstValue("ETag")).contains("\"14\"");
  }

  @Test
  void notModifiedComesBackWithoutABody() throws Exception {
    origin.onApi(
        "/api",
        exchange -> {
          boolean known = "\"14\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.sendResponseHeaders(known ? 304 : 200, -1);
          exchange.close();
        });

    var response =
        origin.send(origin.request("/api/v1/board").header("If-None-Match", "\"14\"").build());

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void anAddressThatIsNotEncodedIsABadRequest() throws Exception {
    String answer;
    try (var socket = new Socket("127.0.0.1", origin.address().getPort())) {
      write(socket, "GET /api/v1/x?q=a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    assertThat(answer).startsWith("HTTP/1.1 400").contains("must be percent-encoded");
  }

  @Test
  void onlyTheApisOwnPathsAreForwarded() throws Exception {
    origin.onApi("/", exchange -> answer(exchange, 200, "api"));

    assertThat(origin.send(origin.request("/docs/index.html").build()).body()).isEqualTo("api");
    assertThat(origin.send(origin.request("/client/palmares.py").build()).body()).isEqualTo("api");
    assertThat(origin.send(origin.request("/apiary").build()).statusCode()).isEqualTo(404);
    assertThat(origin.send(origin.request("/metrics").build()).statusCode()).isEqualTo(404);
    assertThat(origin.send(origin.request("/api/../metrics").build()).statusCode()).isEqualTo(404);
    assertThat(origin.send(origin.request("/api/%2e%2e/metrics").build()).statusCode())
        .isIn(400, 404);
  }

  @Test
  void anEventArrivesWhileTheStreamIsStillOpen() throws Exception {
    var secondMayGo = new CountDownLatch(1);
    origin.onApi(
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

    var response =
        origin
            .client()
            .send(origin.request("/api/v1/events").build(), BodyHandlers.ofInputStream());

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
    origin.onApi(
        "/api",
        exchange -> {
          long read = exchange.getRequestBody().read() < 0 ? 0 : 1;
          firstCame.countDown();
          length.add(read + exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
          answer(exchange, 200, "");
        });

    String answer;
    try (var socket = new Socket("127.0.0.1", origin.address().getPort())) {
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
}

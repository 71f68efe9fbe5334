package palmares.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;

/// A real HTTP server that answers as it is told, the last answer of a path again and again.
final class FakePlatform implements AutoCloseable {

  /// What was asked.
  record Asked(String method, String path, String query, Map<String, String> headers, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private record Answer(int status, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Map<String, Queue<Answer>> answers = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  FakePlatform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the platform", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// @param path after `/api/v1`
  FakePlatform answering(String path, String json) {
    return answering(path, 200, json, Map.of());
  }

  FakePlatform answering(String path, int status, String body, Map<String, String> headers) {
    answers.computeIfAbsent(path, p -> new ArrayDeque<>()).add(new Answer(status, body, headers));
    return this;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().replaceFirst("^/api/v1", "");
      var headers = new HashMap<String, String>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              path,
              String.valueOf(exchange.getRequestURI().getQuery()),
              headers,
              exchange.getRequestBody().readAllBytes()));
      var waiting = answers.getOrDefault(path, new ArrayDeque<>());
      var answer = waiting.size() > 1 ? waiting.remove() : waiting.peek();
      send(exchange, answer == null ? new Answer(404, "nothing here", Map.of()) : answer);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}

package palmares.api.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A real server that takes webhooks: answers 204, or what a test has told it to for a path.
final class Receiver implements AutoCloseable {

  /// @param headers by their names in lower case
  record Got(String path, Map<String, String> headers, String body) {
    String id() {
      return headers.get("webhook-id");
    }
  }

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Integer>> answers = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> held = new ConcurrentHashMap<>();

  private Receiver(HttpServer server) {
    this.server = server;
  }

  static Receiver start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var receiver = new Receiver(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", receiver::take);
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a receiver", e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /// What an api must be told to reach it.
  Map<String, Object> settings() {
    return Map.of(
        "palmares.egress.plain-http", true,
        "palmares.egress.ports", Integer.toString(port()),
        "palmares.egress.allow", "127.0.0.0/8",
        "palmares.outbox.poll", "100ms",
        "palmares.outbox.first", "PT0.1S",
        "palmares.outbox.attempts", 3,
        "palmares.outbox.patience", "PT2S",
        "palmares.outbox.lease", "PT4S");
  }

  void answering(String path, Integer... statuses) {
    answers.put(path, new ConcurrentLinkedQueue<>(List.of(statuses)));
  }

  /// Takes messages at a path without an answer, until they are let go.
  Semaphore holding(String path) {
    return held.computeIfAbsent(path, each -> new Semaphore(0));
  }

  List<Got> at(String path) {
    return got.stream().filter(each -> each.path().equals(path)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var headers = new HashMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      got.add(new Got(path, headers, body));
      var hold = held.get(path);
      if (hold != null) {
        hold.acquireUninterruptibly();
      }
      var next = answers.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
      exchange.sendResponseHeaders(next == null ? 204 : next, -1);
    }
  }

  @Override
  public void close() {
    held.values().forEach(each -> each.release(1000));
    server.stop(0);
  }
}

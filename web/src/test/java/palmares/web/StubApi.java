package palmares.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BinaryOperator;

/// A real server on a free port that answers as a test tells it to.
public final class StubApi implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Map<String, Stream> streams = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  /// @param etag answered with 304 when the request names it; empty for none
  public record Reply(int status, String etag, Map<String, String> headers, String body) {}

  public record Seen(String method, String uri, Map<String, String> headers, String body) {}

  public StubApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// @param route method and path below `/api/v1`, such as `GET /leaderboards`; with a query it
  ///   goes before what is said of the path alone
  public void on(String route, String body) {
    on(route, new Reply(200, "", Map.of(), body));
  }

  public void on(String route, Reply reply) {
    replies.put(route, reply);
  }

  /// Changes what it was told to answer to those who read, answer by answer.
  void change(BinaryOperator<String> routeAndBody) {
    replies.replaceAll((route, reply) ->
        route.startsWith("GET ") && reply.status() == 200
            ? new Reply(200, "", reply.headers(), routeAndBody.apply(route, reply.body()))
            : reply);
  }

  /// Answers with a stream of server-sent events from now on.
  public Stream stream(String route) {
    var stream = new Stream();
    streams.put(route, stream);
    return stream;
  }

  /// Answers a route no more until it is let go.
  CountDownLatch hold(String route) {
    var latch = new CountDownLatch(1);
    held.put(route, latch);
    return latch;
  }

  /// What a test sends to whoever listens; each listener gets what is sent from its coming on.
  public static final class Stream {

    private final List<BlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();

    public int listeners() {
      return listeners.size();
    }

    public void send(String frame) {
      listeners.forEach(listener -> listener.add(frame));
    }

    private void serve(HttpExchange exchange) throws IOException {
      var frames = new LinkedBlockingQueue<String>();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("retry: 1\n\n".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      listeners.add(frames);
      try (exchange) {
        for (var frame = frames.take(); !frame.isEmpty(); frame = frames.take()) {
          exchange.getResponseBody().write(frame.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        listeners.remove(frames);
      }
    }
  }

  public void refuse(String route, int status, String detail) {
    on(
        route,
        new Reply(
            status,
            "",
            Map.of("Retry-After", "30"),
            "{\"type\":\"about:blank\",\"title\":\"Refused\",\"status\":"
                + status
                + ",\"detail\":\""
                + detail
                + "\",\"errors\":[]}"));
  }

  /// Forgets all that it was told to answer, and what it was asked.
  void reset() {
    replies.clear();
    streams.clear();
    held.values().forEach(CountDownLatch::countDown);
    held.clear();
    seen.clear();
  }

  /// Forgets what it was asked so far.
  void forget() {
    seen.clear();
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath().replace("/api/v1", "");
    var headers = new ConcurrentHashMap<String, String>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    seen.add(
        new Seen(
            method,
            exchange.getRequestURI().toString(),
            headers,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    var stream = streams.get(method + " " + path);
    if (stream != null) {
      stream.serve(exchange);
      return;
    }
    await(method + " " + path);
    var reply = reply(method + " " + path, exchange.getRequestURI().getQuery());
    boolean known = !reply.etag().isEmpty() && reply.etag().equals(headers.get("If-none-match"));
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (!reply.etag().isEmpty()) {
      exchange.getResponseHeaders().set("ETag", reply.etag());
    }
    var body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(known ? 304 : reply.status(), known ? -1 : body.length);
    if (!known) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void await(String route) {
    var latch = held.get(route);
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Reply reply(String route, String query) {
    var any = replies.getOrDefault(route, new Reply(404, "", Map.of(), "{}"));
    return replies.getOrDefault(route + "?" + query, any);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package palmares.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import palmares.worker.client.WireFormat;

/// An api over real HTTP that answers as it was told: for the faults a real one does not have on
/// demand.
public final class ScriptedApi implements AutoCloseable {

  public record Call(String method, String path, Map<String, String> headers, String body) {

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public List<JsonNode> lines() {
      return body.lines().map(line -> new Call("", "", Map.of(), line).json()).toList();
    }
  }

  public record Answer(int status, String body, Map<String, String> headers) {

    public static Answer ok(Object value) {
      try {
        return new Answer(200, JSON.writeValueAsString(value), Map.of());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public static Answer problem(int status, String type) {
      return new Answer(
          status,
          """
          {"type":"urn:palmares:problem:%s","title":"no","status":%d,"detail":"as scripted"}\
          """
              .formatted(type, status),
          Map.of());
    }
  }

  private static final ObjectMapper JSON = WireFormat.mapper();

  private final Map<String, Function<Call, Answer>> routes = new ConcurrentHashMap<>();
  private final Map<String, ConcurrentLinkedQueue<Answer>> scripted = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public ScriptedApi() {
    this(0);
  }

  /// On the port of one that was closed: an api that comes back.
  public ScriptedApi(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    always(
        "/work/workers",
        call -> Answer.ok(Map.of("worker", "w1", "heartbeatMillis", 100, "leaseMillis", 15_000)));
    always(
        "/work/workers/w1/heartbeat",
        call -> Answer.ok(Map.of("leaseMillis", 15_000, "state", "live")));
    always("/work/workers/w1", call -> new Answer(204, "", Map.of()));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// How a path answers from now on.
  public ScriptedApi always(String path, Function<Call, Answer> answer) {
    routes.put(path, answer);
    return this;
  }

  /// How a path answers next, once, before it answers as always.
  public ScriptedApi next(String path, Answer answer) {
    scripted.computeIfAbsent(path, key -> new ConcurrentLinkedQueue<>()).add(answer);
    return this;
  }

  /// A job that may be claimed, and takes results until it is closed.
  public ScriptedApi job(String job, Map<String, ?> claim) {
    always("/work/jobs/" + job + "/claim", call -> Answer.ok(claim));
    for (var end : List.of("results", "complete", "fail", "release")) {
      always("/work/jobs/" + job + "/" + end, call -> new Answer(204, "", Map.of()));
    }
    return this;
  }

  /// Keeps a document for a job; gives its sha-256.
  public String document(String job, String... lines) {
    var text = String.join("\n", lines) + "\n";
    var sha256 = sha256(text);
    always("/work/jobs/" + job + "/documents/" + sha256, call -> new Answer(200, text, Map.of()));
    return sha256;
  }

  public List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  /// The lines of every batch that came for a job, in order.
  public List<JsonNode> results(String job) {
    var lines = new ArrayList<JsonNode>();
    calls("/work/jobs/" + job + "/results").forEach(call -> lines.addAll(call.lines()));
    return lines;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().replaceFirst("^/api/v1", "");
    var headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(), entry -> entry.getValue().getFirst()));
    var call = new Call(exchange.getRequestMethod(), path, headers, body(exchange, headers));
    calls.add(call);
    var answer = answer(call);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static String body(HttpExchange exchange, Map<String, String> headers)
      throws IOException {
    var bytes = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(headers.get("content-encoding"))) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Answer answer(Call call) {
    var queue = scripted.get(call.path());
    var next = queue == null ? null : queue.poll();
    if (next != null) {
      return next;
    }
    var route = routes.get(call.path());
    return route == null ? Answer.problem(404, "not-found") : route.apply(call);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package road;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// A worker that scores without thinking, so that all its time goes into the road: it claims, sends
/// packed batches and completes by REST, as `contract` says.
final class BenchWorker implements AutoCloseable {

  private static final int BATCH = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, String> leases = new ConcurrentHashMap<>();

  /// Made once: what it costs a worker to have a score is not what is measured.
  private final Map<String, byte[]> batches = new ConcurrentHashMap<>();

  private final URI work;
  private final String token;
  private final String id;

  private BenchWorker(URI work, String token, Map<String, Object> registration) throws Exception {
    this.work = work;
    this.token = token;
    this.id = call("workers", registration).get("worker").asText();
  }

  /// @param posting how long the calls took that carry results, of all slots together
  record Sent(int scores, int batches, Duration posting) {

    Sent plus(Sent other) {
      return new Sent(scores + other.scores, batches + other.batches, posting.plus(other.posting));
    }
  }

  /// A job that is held.
  record Claimed(String path, String job, String lease, int first, int last) {}

  static BenchWorker register(Platform platform, String name, List<String> metrics, int slots)
      throws Exception {
    var token =
        Platform.taken(
                platform.admin().post("/worker-tokens", Map.of("name", name, "pool", "default")))
            .body()
            .get("token")
            .asText();
    var offers =
        metrics.stream()
            .map(metric ->
                Map.of(
                    "id", metric, "version", 1, "kind", "metric", "floor", 0, "ceiling", 1,
                    "summary", metric))
            .toList();
    Map<String, Object> registration =
        Map.of("name", name, "capabilities", List.of("cpu"), "offers", offers, "slots", slots);
    var worker =
        new BenchWorker(platform.admin().origin().resolve("/api/v1/work/"), token, registration);
    worker.heart.scheduleAtFixedRate(worker::beat, 3, 3, TimeUnit.SECONDS);
    return worker;
  }

  /// Does one job after the other until none is left.
  Sent doAll(Queue<UUID> jobs) throws Exception {
    var sent = new Sent(0, 0, Duration.ZERO);
    for (var job = jobs.poll(); job != null; job = jobs.poll()) {
      sent = sent.plus(doOne(job));
    }
    return sent;
  }

  private Sent doOne(UUID job) throws Exception {
    return finish(claim(job.toString()));
  }

  /// @throws IOException if the job is not to be had
  Claimed claim(String job) throws IOException, InterruptedException {
    var path = "jobs/" + job + "/";
    var claim = call(path + "claim", Map.of("worker", id, "claim", UUID.randomUUID().toString()));
    var lease = claim.get("token").asText();
    leases.put(job, lease);
    return new Claimed(
        path, job, lease, claim.get("firstOrdinal").asInt(), claim.get("lastOrdinal").asInt());
  }

  Sent finish(Claimed claim) throws IOException, InterruptedException {
    var sent = new Sent(0, 0, Duration.ZERO);
    for (var first = claim.first(); first <= claim.last(); first += BATCH) {
      var end = Math.min(first + BATCH - 1, claim.last());
      var batch = batches.computeIfAbsent(first + ".." + end, range -> batch(range));
      var begun = System.nanoTime();
      post(claim.path(), claim.lease(), batch);
      var time = Duration.ofNanos(System.nanoTime() - begun);
      sent = sent.plus(new Sent(end - first + 1, 1, time));
    }
    call(
        claim.path() + "complete",
        Map.of("token", claim.lease(), "digest", "0".repeat(64), "results", sent.scores()));
    leases.remove(claim.job());
    return sent;
  }

  /// Values of no meaning for a range of ordinals.
  private static byte[] batch(String range) {
    var ends = range.split("\\.\\.");
    var random = new Random(range.hashCode());
    var packed = new ByteArrayOutputStream();
    try (var lines = new GZIPOutputStream(packed)) {
      for (var ordinal = Integer.parseInt(ends[0]);
          ordinal <= Integer.parseInt(ends[1]);
          ordinal++) {
        lines.write(
            ("{\"ordinal\":" + ordinal + ",\"sample\":0,\"value\":" + random.nextDouble() + "}\n")
                .getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private void post(String job, String lease, byte[] lines)
      throws IOException, InterruptedException {
    send(
        request(job + "results")
            .header("Content-Type", "application/jsonl")
            .header("X-Palmares-Lease", lease)
            .header("X-Palmares-Batch", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(lines)));
  }

  private JsonNode call(String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(work.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.uri() + " " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private void beat() {
    var held = new ArrayList<Map<String, String>>();
    leases.forEach((job, lease) -> held.add(Map.of("job", job, "token", lease)));
    try {
      call(
          "workers/" + id + "/heartbeat",
          Map.of("leases", held, "busy", held.size(), "draining", false));
    } catch (IOException e) {
      System.err.println("the heartbeat failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws Exception {
    heart.shutdownNow();
    send(request("workers/" + id).DELETE());
    http.close();
  }
}

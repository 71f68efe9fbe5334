package road;

import static org.awaitility.Awaitility.await;
import static road.Times.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Reading a leaderboard of 1,000 rows, as a signed-in caller who keeps the connection.
final class BoardReads {

  private static final int SYSTEMS = 1_000;
  private static final int EXAMPLES = 20;
  private static final int SUBMITTERS = 4;
  private static final int WARM_UP = 1_000;
  private static final int READS = 2_000;
  private static final Duration TARGET = Duration.ofMillis(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;

  private BoardReads(String token) {
    this.token = token;
  }

  static List<Figure> measure(Platform platform) throws Exception {
    var begun = System.nanoTime();
    var board = platform.admin().origin().resolve("/api/v1/leaderboards/" + fill(platform));
    var filled = Duration.ofNanos(System.nanoTime() - begun);
    var reads = new BoardReads(platform.admin().token());
    var first = reads.read(board, Map.of(), 200);
    var tag = first.headers().firstValue("ETag").orElseThrow();
    var floor = reads.times(platform.admin().origin().resolve("/api/v1/health"), Map.of(), 200);
    var plain = reads.times(board, Map.of(), 200);
    var packed = reads.times(board, Map.of("Accept-Encoding", "gzip"), 200);
    var unchanged = reads.times(board, Map.of("If-None-Match", tag), 304);
    var packedBytes = reads.read(board, Map.of("Accept-Encoding", "gzip"), 200).body().length;
    return List.of(
        fast("board of %,d rows, p99".formatted(SYSTEMS), first.body().length, plain, floor),
        fast("... packed by gzip, as browsers ask for it, p99", packedBytes, packed, floor),
        new Figure(
            "... its 304, median",
            "< packed",
            shown(unchanged.median()),
            "packed %s; p99 of the 304 %s"
                .formatted(shown(packed.median()), shown(unchanged.percentile(99))),
            unchanged.median().compareTo(packed.median()) < 0),
        Figure.told(
            "... filled by %,d submissions".formatted(SYSTEMS),
            shown(filled),
            "%.0f a second".formatted(SYSTEMS / (filled.toMillis() / 1e3))));
  }

  private static Figure fast(String name, int bytes, Times times, Times floor) {
    return new Figure(
        name,
        "< " + shown(TARGET),
        shown(times.percentile(99)),
        "median %s, %,d kB; /health p99 %s"
            .formatted(shown(times.median()), bytes / 1000, shown(floor.percentile(99))),
        times.percentile(99).compareTo(TARGET) < 0);
  }

  /// Submits all systems through the API and gives the leaderboard's id once it has them.
  private static String fill(Platform platform) throws Exception {
    platform.publish("board", EXAMPLES, "token-f1@1");
    var tasks = new ArrayList<Callable<Void>>();
    for (var submitter = 0; submitter < SUBMITTERS; submitter++) {
      var share = submitter;
      tasks.add(() -> submit(platform, share));
    }
    try (var threads = Executors.newFixedThreadPool(SUBMITTERS)) {
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    var board =
        platform.admin().get("/leaderboards?benchmark=board").body().get("items").get(0).get("id");
    var path = "/leaderboards/" + board.asText();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> rows(platform.admin().get(path).body()) == SYSTEMS);
    platform.awaitIdle();
    return board.asText();
  }

  private static Void submit(Platform platform, int share) throws Exception {
    for (var i = share; i < SYSTEMS; i += SUBMITTERS) {
      var system = i;
      var body =
          Platform.responses(EXAMPLES, k -> "it is " + ((system * 31 + k * 17) % 23 < 11 ? k : -1));
      Platform.submit(platform.admin(), "board", "system-" + i, body);
    }
    return null;
  }

  private static int rows(JsonNode board) {
    return board.get("rows").size();
  }

  private Times times(URI address, Map<String, String> headers, int status)
      throws IOException, InterruptedException {
    var times = new ArrayList<Duration>();
    for (var i = 0; i < WARM_UP + READS; i++) {
      var begun = System.nanoTime();
      read(address, headers, status);
      if (i >= WARM_UP) {
        times.add(Duration.ofNanos(System.nanoTime() - begun));
      }
    }
    return new Times(times);
  }

  private HttpResponse<byte[]> read(URI address, Map<String, String> headers, int status)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    new TreeMap<>(headers).forEach(request::header);
    var answer = http.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != status) {
      throw new IOException(address + " answered " + answer.statusCode());
    }
    return answer;
  }
}

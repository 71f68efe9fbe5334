package road;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Leaderboards of as many rows as asked for, each submitted through the API.
final class Boards {

  private static final int EXAMPLES = 20;
  private static final int SUBMITTERS = 4;

  private Boards() {}

  /// Gives the leaderboard's id once it has a row for each system.
  static String fill(Platform platform, String benchmark, int systems) throws Exception {
    platform.publish(benchmark, EXAMPLES, "token-f1@1");
    var tasks = new ArrayList<Callable<Void>>();
    for (var submitter = 0; submitter < SUBMITTERS; submitter++) {
      var share = submitter;
      tasks.add(() -> submit(platform, benchmark, systems, share));
    }
    try (var threads = Executors.newFixedThreadPool(SUBMITTERS)) {
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    var boards = platform.admin().get("/leaderboards?benchmark=" + benchmark).body().get("items");
    var path = "/leaderboards/" + boards.get(0).get("id").asText();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> rows(platform.admin().get(path).body()) == systems);
    platform.awaitIdle();
    return boards.get(0).get("id").asText();
  }

  private static Void submit(Platform platform, String benchmark, int systems, int share)
      throws Exception {
    for (var i = share; i < systems; i += SUBMITTERS) {
      var system = i;
      var body =
          Platform.responses(EXAMPLES, k -> "it is " + ((system * 31 + k * 17) % 23 < 11 ? k : -1));
      Platform.submit(platform.admin(), benchmark, "system-" + i, body);
    }
    return null;
  }

  private static int rows(JsonNode board) {
    return board.get("rows").size();
  }
}

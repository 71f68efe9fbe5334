package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.BradleyTerry;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// From three submissions to a board of battles, on a platform as anyone runs it: the worker judges
/// each pair in both orders.
class PairsOnAPlatformTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EXAMPLES = 6;

  /// Which examples each system answers as the checklist wants.
  private static final Map<String, List<Integer>> RIGHT =
      new TreeMap<>(
          Map.of("one", List.of(0, 1, 2, 3), "two", List.of(2, 3, 4), "three", List.of(0, 4, 5)));

  @TempDir static Path home;
  private static PlatformProcess platform;
  private static Shell admin;

  @BeforeAll
  static void start() throws IOException {
    platform = PlatformProcess.start(home.resolve("data"), home.resolve("up.out"));
    admin = platform.admin(home);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    platform.process().destroyForcibly().waitFor();
  }

  @Test // invariants 13, 19 and 20
  void submissionsBecomeBattlesAndABoardThatFollowsFromThem() throws IOException {
    run("benchmark", "push", benchmark().toString());
    for (var system : RIGHT.keySet()) {
      run(
          "submit",
          responses(system).toString(),
          "--benchmark",
          "pairs",
          "--system",
          system,
          "--wait");
    }

    var expected = new BradleyTerry().rank(battlesByHand(), Settings.NONE);
    var board =
        await("the board of three")
            .atMost(Duration.ofMinutes(1))
            .until(PairsOnAPlatformTest::board, read -> ranked(read) == RIGHT.size());

    for (var rating : expected.ratings()) {
      var row = row(board, rating.subject());
      var ranked = (Rating.Ranked) rating;
      assertThat(row.get("value").asDouble())
          .as(rating.subject())
          .isCloseTo(ranked.value(), within(1e-9));
      assertThat(row.get("low").asDouble())
          .isCloseTo(ranked.interval().orElseThrow().low(), within(1e-9));
      assertThat(row.get("rank").asInt()).isEqualTo(ranked.rank());
    }
    run("verify", "--all");
    run("doctor");
  }

  /// Whoever keeps the rule wins against whoever does not; each of three pairs meets on each
  /// example once.
  private static Battles battlesByHand() {
    var battles = Battles.builder();
    for (var left : RIGHT.keySet()) {
      for (var right : RIGHT.keySet()) {
        for (int o = 0; o < EXAMPLES && left.compareTo(right) < 0; o++) {
          int kept = Boolean.compare(RIGHT.get(left).contains(o), RIGHT.get(right).contains(o));
          battles.add(left, right, (1 + kept) / 2.0, 1, Integer.toString(o));
        }
      }
    }
    return battles.build();
  }

  private static Path benchmark() throws IOException {
    var folder = Files.createDirectories(home.resolve("pairs"));
    Files.writeString(
        folder.resolve("benchmark.yaml"),
        """
        name: pairs
        version: "1"
        title: Pairs
        evaluators: [checklist@1, checklist-pair@1]
        main_metric: checklist@1
        opponents: all
        leaderboards:
          - {id: head-to-head, title: Head to head, method: bradley-terry, evaluator: checklist-pair@1}
        """);
    Files.writeString(
        folder.resolve("examples.jsonl"),
        IntStream.range(0, EXAMPLES)
            .mapToObj(
                """
                {"id":"q%d","prompt":"?","checklist":[{"name":"says yes","contains":"yes"}]}
                """
                    ::formatted)
            .collect(Collectors.joining()));
    return folder;
  }

  private static Path responses(String system) throws IOException {
    return Files.writeString(
        home.resolve(system + ".jsonl"),
        IntStream.range(0, EXAMPLES)
            .mapToObj(o ->
                "{\"id\":\"q%d\",\"text\":\"%s\"}\n"
                    .formatted(o, RIGHT.get(system).contains(o) ? "yes" : "no"))
            .collect(Collectors.joining()));
  }

  private static void run(String... words) {
    assertThat(admin.run(words)).as(admin.out() + admin.err()).isZero();
  }

  private static JsonNode board() throws IOException {
    admin.run("leaderboard", "pairs", "head-to-head", "--format", "json");
    return JSON.readTree(admin.out());
  }

  private static int ranked(JsonNode board) {
    int ranked = 0;
    for (var row : board.path("rows")) {
      ranked += row.path("rank").isInt() ? 1 : 0;
    }
    return ranked;
  }

  private static JsonNode row(JsonNode board, String system) {
    for (var row : board.get("rows")) {
      if (row.get("subject").asText().equals(system)) {
        return row;
      }
    }
    throw new AssertionError("no " + system + " in " + board);
  }
}

package palmares.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import palmares.e2e.platform.Deployment;
import palmares.e2e.platform.Rest;
import palmares.e2e.platform.Role;

/// Kills every part of the platform while submissions come in. The size is set by properties, so
/// that `bench/faults.sh` runs the same with more: `palmares.faults.submissions` and
/// `palmares.faults.kills` (of each part).
class FaultsTest {

  private static final int SUBMISSIONS = Integer.getInteger("palmares.faults.submissions", 30);
  private static final int KILLS = Integer.getInteger("palmares.faults.kills", 2);
  private static final int EXAMPLES = 20;
  private static final List<String> EVALUATORS =
      List.of("exact-match@1", "contains@1", "token-f1@1", "rouge-l@1");
  private static final Duration ANSWERED_AGAIN = Duration.ofSeconds(60);

  @Test
  void nothingIsLostDoubledOrStuckWhenPartsAreKilled() throws Exception {
    try (var platform = Deployment.start("faults", 2)) {
      publish(platform.admin());
      var taken = new AtomicInteger();
      var kills = CompletableFuture.supplyAsync(() -> kill(platform, taken));

      var submissions = new ArrayList<String>();
      for (var i = 0; i < SUBMISSIONS; i++) {
        submissions.add(submit(platform.admin(), i, kills));
        taken.incrementAndGet();
      }
      var killed = kills.get();
      awaitQuiet(platform.admin(), submissions);
      var harm = Harm.of(platform.admin(), "faults", submissions, EVALUATORS.size() * EXAMPLES);
      System.out.printf(
          "faults: %d submissions, %d kills (%d of each part); %s; %s%n",
          SUBMISSIONS, killed.size(), KILLS, harm, Recoveries.of(platform.admin(), killed));

      assertThat(harm).isEqualTo(new Harm(0, 0, 0));
      assertThat(states(platform.admin(), submissions)).containsOnly("complete");
      assertThat(new HashSet<>(submissions)).hasSize(SUBMISSIONS);
      await().atMost(Duration.ofSeconds(30)).until(() -> rows(platform.admin()) == SUBMISSIONS);
      var doctor = platform.admin().get("/doctor").body();
      assertThat(doctor.get("healthy").asBoolean()).as(doctor.toPrettyString()).isTrue();
    }
  }

  /// Until every run has ended, or for as long as makes one count as stuck.
  private static void awaitQuiet(Rest api, List<String> submissions) {
    try {
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> Harm.open(api, submissions) == 0);
    } catch (ConditionTimeoutException stuck) {
      // They are counted, and told beside whatever else went wrong.
    }
  }

  /// Ends each part as often as asked, in an order drawn with a seed, and starts it again at once.
  ///
  /// @param taken submissions so far: between two faults at least one more is taken, while there
  ///   are any
  private static List<Kill> kill(Deployment platform, AtomicInteger taken) {
    var parts =
        new ArrayList<>(
            IntStream.range(0, KILLS)
                .boxed()
                .flatMap(i -> List.of("worker", "api", "rabbitmq", "postgresql").stream())
                .toList());
    var random = new Random(20261121);
    Collections.shuffle(parts, random);
    var kills = new ArrayList<Kill>();
    for (var part : parts) {
      quietly(() -> {
        var before = taken.get();
        await()
            .atMost(ANSWERED_AGAIN.multipliedBy(2))
            .until(() -> taken.get() > before || before == SUBMISSIONS);
        var worker = platform.worker(random.nextInt(2));
        var isWorker = part.equals("worker");
        kills.add(new Kill(isWorker ? worker.name() : part, isWorker, Instant.now()));
        endAndStart(platform, part, worker);
        return null;
      });
    }
    return kills;
  }

  private static void endAndStart(Deployment platform, String part, Role worker) throws Exception {
    switch (part) {
      case "worker" -> {
        worker.kill();
        worker.start();
      }
      case "api" -> {
        platform.api().kill();
        platform.api().start();
        await().atMost(ANSWERED_AGAIN).ignoreExceptions().until(() -> answers(platform));
      }
      case "rabbitmq" -> {
        // ADR 0004: killed any sooner, RabbitMQ 3.10 forgets who leads the queue.
        platform.rabbit().awaitWrittenDown("palmares.jobs.cpu");
        platform.rabbit().kill();
        platform.rabbit().start();
      }
      case "postgresql" -> {
        platform.postgres().kill();
        platform.postgres().up();
      }
      default -> throw new IllegalArgumentException("no part " + part);
    }
  }

  private static boolean answers(Deployment platform) throws IOException, InterruptedException {
    return platform.anonymous().get("/health").status() == 200;
  }

  private static void publish(Rest api) throws Exception {
    var yaml =
        """
        name: faults
        version: "1"
        title: Faults
        evaluators: [%s]
        main_metric: exact-match@1
        entry_rule: latest
        gaps: unranked
        visible: score
        """
            .formatted(String.join(", ", EVALUATORS));
    var examples = new StringBuilder();
    for (var i = 0; i < EXAMPLES; i++) {
      examples.append(
          "{\"id\":\"e%d\",\"prompt\":\"say %d\",\"reference\":\"%d\"}%n".formatted(i, i, i));
    }
    var form = Form.of(Map.of("benchmark", yaml, "examples", examples.toString()));
    var answer = api.post("/benchmarks", form.type(), form.body(), Map.of());
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
  }

  /// Sends one submission until it is taken; the key makes a repeat the same submission.
  private static String submit(Rest api, int number, CompletableFuture<?> kills) {
    var lines = new StringBuilder();
    for (var i = 0; i < EXAMPLES; i++) {
      lines.append("{\"id\":\"e%d\",\"text\":\"%d\"}%n".formatted(i, i < number % 20 ? i : -1));
    }
    var path = "/submissions?benchmark=faults&system=" + encoded("s" + number);
    var body = lines.toString().getBytes(StandardCharsets.UTF_8);
    var taken =
        await()
            .atMost(ANSWERED_AGAIN)
            .pollInterval(Duration.ofMillis(kills.isDone() ? 20 : 300))
            .ignoreExceptions()
            .until(
                () ->
                    api.post(
                        path,
                        "application/jsonl",
                        body,
                        Map.of("Idempotency-Key", "faults-" + number)),
                answer -> answer.status() == 202);
    return taken.body().get("id").asText();
  }

  private static Set<String> states(Rest api, List<String> submissions) throws Exception {
    var states = new HashSet<String>();
    for (var submission : submissions) {
      states.add(api.get("/submissions/" + submission).body().get("state").asText());
    }
    return states;
  }

  private static int rows(Rest api) throws Exception {
    var board =
        api.get("/leaderboards?benchmark=faults").body().get("items").get(0).get("id").asText();
    return api.get("/leaderboards/" + board).body().get("rows").size();
  }

  private static <T> void quietly(Callable<T> action) {
    try {
      action.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

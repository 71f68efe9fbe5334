package road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import palmares.e2e.Form;
import palmares.e2e.platform.Deployment;
import palmares.e2e.platform.Rest;

/// A deployment, and its ledger.
record Platform(Deployment deployment, Ledger ledger) implements AutoCloseable {

  static final int WORKERS = 2;
  static final int SLOTS = 2 * WORKERS;

  static Platform start() throws Exception {
    var deployment = Deployment.start("road", WORKERS);
    return new Platform(deployment, new Ledger(deployment.postgres().url()));
  }

  Rest admin() {
    return deployment.admin();
  }

  /// A new account with a team of its own.
  Rest account(String name) throws IOException, InterruptedException {
    var made =
        taken(admin().post("/accounts", Map.of("name", name, "role", "member")))
            .body()
            .get("oneTimeSecret")
            .asText();
    var origin = admin().origin();
    var session =
        taken(new Rest(origin, "").post("/sessions", Map.of("account", name, "secret", made)));
    return new Rest(origin, session.body().get("token").asText());
  }

  void publish(String name, int examples, String evaluators) throws Exception {
    var yaml =
        """
        name: %s
        version: "1"
        title: Measured
        evaluators: [%s]
        main_metric: %s
        entry_rule: latest
        gaps: unranked
        visible: score
        """
            .formatted(name, evaluators, evaluators.split(",")[0]);
    var form =
        Form.of(
            Map.of(
                "benchmark",
                yaml,
                "examples",
                lines(
                    examples,
                    i ->
                        "{\"id\":\"e%d\",\"prompt\":\"say %d\",\"reference\":\"it is %d\"}"
                            .formatted(i, i, i))));
    taken(admin().post("/benchmarks", form.type(), form.body(), Map.of()));
  }

  /// @param text of the response to each example
  static byte[] responses(int examples, IntFunction<String> text) {
    return lines(examples, i -> "{\"id\":\"e%d\",\"text\":\"%s\"}".formatted(i, text.apply(i)))
        .getBytes(UTF_8);
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  static UUID submit(Rest as, String benchmark, String system, byte[] responses)
      throws IOException, InterruptedException {
    var path = "/submissions?benchmark=" + benchmark + "&system=" + system;
    var answer = taken(as.post(path, "application/jsonl", responses, Map.of()));
    return UUID.fromString(answer.body().get("id").asText());
  }

  void awaitEnd(UUID run, Duration atMost) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(atMost)
        .until(() -> ledger.hasEnded(run));
  }

  /// Waits until no job of any run is open.
  void awaitIdle() {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            ledger.one("select count(*) from job where due_at is not null", row -> row.getInt(1))
                == 0);
  }

  void cancel(Rest as, UUID submission) throws IOException, InterruptedException {
    taken(as.post("/submissions/" + submission + "/cancel", Map.of()));
  }

  static Rest.Answer taken(Rest.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException("refused: " + answer.status() + " " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() throws Exception {
    ledger.close();
    deployment.close();
  }
}

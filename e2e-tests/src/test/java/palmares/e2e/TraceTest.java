package palmares.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.e2e.platform.Deployment;
import palmares.e2e.platform.Rest;
import palmares.e2e.platform.Role;

/// What a client calls its trace is what the logs of all that worked for it call it.
class TraceTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final Map<String, String> HEADERS =
      Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
  private static final byte[] RESPONSES =
      "{\"id\":\"fr\",\"text\":\"Paris\"}\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void theTraceOfASubmissionGoesThroughTheQueueToTheWorkerAndBack() throws Exception {
    try (var platform = Deployment.start("trace", 1)) {
      publish(platform.admin());

      var answer =
          platform
              .admin()
              .post(
                  "/submissions?benchmark=traced&system=x",
                  "application/jsonl",
                  RESPONSES,
                  HEADERS);

      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
      // What the queue brought, what the worker did, and the worker's last call to the api.
      awaitLine(platform.worker(0), "is claimed");
      awaitLine(platform.worker(0), "1 results in");
      awaitLine(platform.api(), "ends complete");
    }
  }

  private static void awaitLine(Role role, String text) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(role.printed().lines())
                .filteredOn(line -> line.contains(text))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("[" + TRACE + "] ")));
  }

  private static void publish(Rest admin) throws Exception {
    var yaml =
        """
        name: traced
        version: "1"
        title: Traced
        evaluators: [contains@1]
        main_metric: contains@1
        entry_rule: latest
        gaps: worst
        visible: score
        """;
    var examples =
        "{\"id\": \"fr\", \"prompt\": \"Capital of France?\", \"reference\": \"Paris\"}\n";
    var form = Form.of(Map.of("benchmark", yaml, "examples", examples));
    var answer = admin.post("/benchmarks", form.type(), form.body(), Map.of());
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
  }
}

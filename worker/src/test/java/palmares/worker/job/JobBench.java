package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import palmares.contract.work.JobAvailable;
import palmares.worker.Claims;
import palmares.worker.ScriptedApi;
import palmares.worker.ScriptedApi.Answer;
import palmares.worker.client.Backoff;
import palmares.worker.client.DocumentCache;
import palmares.worker.client.WorkClient;

/// A pool of one slot before a scripted api, and the job `j1` for it.
final class JobBench implements AutoCloseable {

  static final Answer BROKEN = new Answer(503, "", Map.of());

  final ScriptedApi api = new ScriptedApi();
  final Standing standing = new Standing(1);
  final Leases leases = new Leases();
  final JobPool pool;

  JobBench(Path folder) throws IOException {
    var backoff = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 4);
    var client = new WorkClient(api.address(), "secret", backoff);
    var cache = new DocumentCache(folder, 1 << 20);
    var offerings =
        Offerings.found(texts -> {
          throw new UncheckedIOException(new IOException("the model cannot be read"));
        });
    pool = new JobPool("test", new Workbench(client, cache, offerings), standing, leases);
    standing.registered("w1");
    StrangeMetrics.Waits.arm();
  }

  @Override
  public void close() {
    StrangeMetrics.Waits.ALLOWED.get().countDown();
    pool.stop();
    api.close();
  }

  void beginWaiting() throws InterruptedException {
    scoreJob("waits@1", 1, Claims.given(0, "a0"));
    pool.take(new JobAvailable("j1", null));
    assertThat(StrangeMetrics.Waits.BEGUN.get().await(10, TimeUnit.SECONDS)).isTrue();
  }

  /// Takes the job and waits until it has ended, one way or the other.
  void take() throws InterruptedException {
    pool.take(new JobAvailable("j1", "00-11112222333344445555666677778888-1234567812345678-01"));
    await().until(() -> standing.busy() == 0);
  }

  void scoreJob(String offer, int examples, String... given) {
    api.job("j1", scoreClaim(offer, examples, given));
  }

  Map<String, Object> scoreClaim(String offer, int examples, String... given) {
    var gold =
        IntStream.range(0, examples)
            .mapToObj(i -> Claims.gold(i, "Passage.", "Question?", List.of("a" + i)))
            .toArray(String[]::new);
    return Claims.score("j1", offer, api.document("j1", gold), api.document("j1", given));
  }

  String failureClass() {
    return api.calls("/work/jobs/j1/fail").getFirst().json().get("failureClass").asText();
  }

  static int ordinal(JsonNode line) {
    return line.get("ordinal").asInt();
  }

  static Double value(JsonNode line) {
    return line.has("value") ? line.get("value").asDouble() : null;
  }
}

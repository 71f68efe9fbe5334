package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.contract.work.JobAvailable;
import palmares.worker.Claims;
import palmares.worker.ScriptedApi;
import palmares.worker.ScriptedApi.Answer;
import palmares.worker.client.Backoff;
import palmares.worker.client.DocumentCache;
import palmares.worker.client.WorkClient;

class JobPoolTest {

  private static final Answer BROKEN = new Answer(503, "", Map.of());

  @TempDir private Path folder;
  private final ScriptedApi api = new ScriptedApi();
  private final Standing standing = new Standing(1);
  private final Leases leases = new Leases();
  private JobPool pool;

  @BeforeEach
  void open() throws IOException {
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

  @AfterEach
  void close() {
    StrangeMetrics.Waits.ALLOWED.get().countDown();
    pool.stop();
    api.close();
  }

  @Test
  void everyResponseIsScoredAndGapsHaveTheirCause() throws Exception {
    scoreJob(
        "exact-match@1", 4, Claims.given(0, "a0"), Claims.given(1, "wrong"), Claims.given(2, "  "));

    take();

    assertThat(api.results("j1"))
        .extracting(JobPoolTest::ordinal, JobPoolTest::value, line -> line.path("cause").asText())
        .containsExactly(
            tuple(0, 1.0, ""),
            tuple(1, 0.0, ""),
            tuple(2, null, "EMPTY"),
            tuple(3, null, "MISSING"));
    var complete = api.calls("/work/jobs/j1/complete").getFirst().json();
    assertThat(complete.get("token").asText()).isEqualTo("token-of-j1");
    assertThat(complete.get("results").asInt()).isEqualTo(4);
  }

  @Test
  void theDigestIsOverTheLinesAsTheyWereSent() throws Exception {
    scoreJob("exact-match@1", 2, Claims.given(0, "a0"), Claims.given(1, "wrong"));

    take();

    var body = api.calls("/work/jobs/j1/results").getFirst().body();
    var sha256 = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    assertThat(api.calls("/work/jobs/j1/complete").getFirst().json().get("digest").asText())
        .isEqualTo(HexFormat.of().formatHex(sha256));
  }

  @Test
  void onlyTheShardIsDoneAndOfItOnlyWhatIsNotDoneYet() throws Exception {
    var claim = scoreClaim("exact-match@1", 8);
    claim = Claims.with(claim, "firstOrdinal", 2);
    claim = Claims.with(claim, "lastOrdinal", 6);
    claim = Claims.with(claim, "done", List.of(3, 6));
    api.job("j1", claim);

    take();

    assertThat(api.results("j1")).extracting(JobPoolTest::ordinal).containsExactly(2, 4, 5);
  }

  @Test
  void aBuiltInSystemRespondsWithoutGold() throws Exception {
    var inputs =
        api.document(
            "j1", Claims.input(0, "One. Two.", "Which?"), Claims.input(1, "Three.", "What?"));
    api.job("j1", Claims.generate("j1", "whole-passage@1", inputs));

    take();

    assertThat(api.results("j1"))
        .extracting(JobPoolTest::ordinal, line -> line.get("text").asText())
        .containsExactly(tuple(0, "One. Two."), tuple(1, "Three."));
  }

  @ParameterizedTest
  @CsvSource({
    "explodes@1, evaluator, explodes@1 on example e0",
    "recurses@1, evaluator, recurses@1 on example e0",
    "exhausts-memory@1, worker, OutOfMemoryError",
    "unknown@7, worker, nothing for unknown@7",
  })
  void aFailureIsLaidAtTheRightDoor(String offer, String failureClass, String reason)
      throws Exception {
    scoreJob(offer, 1, Claims.given(0, "a0"));

    take();

    var failure = api.calls("/work/jobs/j1/fail").getFirst().json();
    assertThat(failure.get("failureClass").asText()).isEqualTo(failureClass);
    assertThat(failure.get("reason").asText()).contains(reason);
    assertThat(api.calls("/work/jobs/j1/complete")).isEmpty();
  }

  @Test
  void aModelThatCannotBeReadIsTheWorkersFailure() throws Exception {
    var claim = scoreClaim("minilm-to-reference@1", 1, Claims.given(0, "a0"));
    api.job("j1", Claims.with(claim, "stage", "reward"));

    take();

    assertThat(failureClass()).isEqualTo("worker");
  }

  @Test
  void aDocumentThatIsNotWhatItsNameSaysIsTheWorkersFailure() throws Exception {
    scoreJob("exact-match@1", 1);
    var claim = scoreClaim("exact-match@1", 1);
    api.always(
        "/work/jobs/j1/documents/" + claim.get("inputs"), call -> new Answer(200, "{}", Map.of()));

    take();

    assertThat(failureClass()).isEqualTo("worker");
  }

  @Test
  void anApiThatFailsForAWhileCostsNothing() throws Exception {
    scoreJob("exact-match@1", 1, Claims.given(0, "a0"));
    api.next("/work/jobs/j1/results", BROKEN).next("/work/jobs/j1/results", BROKEN);
    api.next("/work/jobs/j1/complete", BROKEN);

    take();

    assertThat(api.calls("/work/jobs/j1/complete")).hasSize(2);
    assertThat(api.calls("/work/jobs/j1/fail")).isEmpty();
  }

  @Test
  void anApiThatKeepsFailingMakesATransientFailure() throws Exception {
    scoreJob("exact-match@1", 1, Claims.given(0, "a0"));
    api.always("/work/jobs/j1/results", call -> BROKEN);

    take();

    assertThat(failureClass()).isEqualTo("transient");
  }

  @Test
  void aSupersededJobIsDroppedWithoutAWord() throws Exception {
    scoreJob("exact-match@1", 1, Claims.given(0, "a0"));
    api.always("/work/jobs/j1/results", call -> Answer.problem(409, "superseded"));

    take();

    assertThat(api.calls("/work/jobs/j1/results")).hasSize(1);
    assertThat(api.calls("/work/jobs/j1/complete")).isEmpty();
    assertThat(api.calls("/work/jobs/j1/fail")).isEmpty();
  }

  @Test
  void whenTheApiDoesNotAnswerAClaimThereIsNoRoomUntilItDoes() throws Exception {
    api.always("/work/jobs/j1/claim", call -> BROKEN);

    pool.take(new JobAvailable("j1", null));

    assertThat(standing.state()).isEqualTo(WorkerState.AWAY);
    assertThat(pool.awaitRoom(Duration.ZERO)).isFalse();
    assertThat(standing.busy()).isZero();
    standing.answered(false);
    assertThat(pool.awaitRoom(Duration.ZERO)).isTrue();
  }

  @Test
  void aJobThatIsNotToBeHadLeavesTheSlotFree() throws Exception {
    api.always("/work/jobs/j1/claim", call -> Answer.problem(409, "not-claimable"));

    pool.take(new JobAvailable("j1", null));

    assertThat(pool.awaitRoom(Duration.ZERO)).isTrue();
  }

  @Test
  void thereIsNoRoomWhileEverySlotIsTaken() throws Exception {
    beginWaiting();

    assertThat(pool.awaitRoom(Duration.ZERO)).isFalse();
    StrangeMetrics.Waits.ALLOWED.get().countDown();
    assertThat(pool.awaitRoom(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void anAbandonedJobStopsAtOnceAndSaysNothing() throws Exception {
    beginWaiting();

    leases.endAll(Lease.End.ABANDONED);

    assertThat(standing.awaitIdle(Duration.ofSeconds(10))).isTrue();
    assertThat(api.calls("/work/jobs/j1/release")).isEmpty();
    assertThat(api.calls("/work/jobs/j1/complete")).isEmpty();
    assertThat(api.calls("/work/jobs/j1/fail")).isEmpty();
    assertThat(leases.held()).isEmpty();
  }

  @Test
  void theThreadOfAnAbandonedJobDoesTheNextOne() throws Exception {
    beginWaiting();
    leases.endAll(Lease.End.ABANDONED);
    assertThat(standing.awaitIdle(Duration.ofSeconds(10))).isTrue();
    scoreJob("exact-match@1", 1, Claims.given(0, "a0"));

    take();

    assertThat(api.calls("/work/jobs/j1/complete")).hasSize(1);
  }

  @Test
  void drainingLetsAJobFinish() throws Exception {
    beginWaiting();
    standing.drain();
    StrangeMetrics.Waits.ALLOWED.get().countDown();

    assertThat(pool.drain(Duration.ofSeconds(10))).isTrue();

    assertThat(api.calls("/work/jobs/j1/complete")).hasSize(1);
    assertThat(api.calls("/work/jobs/j1/release")).isEmpty();
  }

  @Test
  void drainingGivesBackWhatDoesNotFinishInTime() throws Exception {
    beginWaiting();
    standing.drain();

    assertThat(pool.drain(Duration.ofMillis(50))).isTrue();

    var release = api.calls("/work/jobs/j1/release").getFirst().json();
    assertThat(release.get("token").asText()).isEqualTo("token-of-j1");
    assertThat(api.calls("/work/jobs/j1/complete")).isEmpty();
  }

  private void beginWaiting() throws InterruptedException {
    scoreJob("waits@1", 1, Claims.given(0, "a0"));
    pool.take(new JobAvailable("j1", null));
    assertThat(StrangeMetrics.Waits.BEGUN.get().await(10, TimeUnit.SECONDS)).isTrue();
  }

  /// Takes the job and waits until it has ended, one way or the other.
  private void take() throws InterruptedException {
    pool.take(new JobAvailable("j1", "00-11112222333344445555666677778888-1234567812345678-01"));
    await().until(() -> standing.busy() == 0);
  }

  private void scoreJob(String offer, int examples, String... given) {
    api.job("j1", scoreClaim(offer, examples, given));
  }

  private Map<String, Object> scoreClaim(String offer, int examples, String... given) {
    var gold =
        IntStream.range(0, examples)
            .mapToObj(i -> Claims.gold(i, "Passage.", "Question?", List.of("a" + i)))
            .toArray(String[]::new);
    return Claims.score("j1", offer, api.document("j1", gold), api.document("j1", given));
  }

  private String failureClass() {
    return api.calls("/work/jobs/j1/fail").getFirst().json().get("failureClass").asText();
  }

  private static int ordinal(JsonNode line) {
    return line.get("ordinal").asInt();
  }

  private static Double value(JsonNode line) {
    return line.has("value") ? line.get("value").asDouble() : null;
  }
}

package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.work.JobAvailable;
import palmares.contract.work.Work;
import palmares.worker.Claims;
import palmares.worker.ScriptedApi.Answer;

class JobPoolTest {

  @TempDir private Path folder;
  private JobBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new JobBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyResponseIsScoredAndGapsHaveTheirCause() throws Exception {
    bench.scoreJob(
        "exact-match@1", 4, Claims.given(0, "a0"), Claims.given(1, "wrong"), Claims.given(2, "  "));

    bench.take();

    assertThat(bench.api.results("j1"))
        .extracting(JobBench::ordinal, JobBench::value, line -> line.path("cause").asText())
        .containsExactly(
            tuple(0, 1.0, ""),
            tuple(1, 0.0, ""),
            tuple(2, null, "EMPTY"),
            tuple(3, null, "MISSING"));
    var complete = bench.api.calls("/work/jobs/j1/complete").getFirst().json();
    assertThat(complete.get("token").asText()).isEqualTo("token-of-j1");
    assertThat(complete.get("results").asInt()).isEqualTo(4);
  }

  @Test
  void responsesInAnyOrderAreScoredAPortionAtATime() throws Exception {
    var long20 =
        IntStream.range(0, 20)
            .map(i -> 20 - i)
            .mapToObj(i -> Claims.given(i, "a".repeat(Work.LONGEST_EVALUATED)))
            .toArray(String[]::new);
    bench.scoreJob("exact-match@1", 22, long20);

    bench.take();

    assertThat(20L * Work.LONGEST_EVALUATED).isGreaterThan(Portions.MOST);
    assertThat(bench.api.results("j1"))
        .extracting(JobBench::ordinal)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 22).boxed().toList());
    assertThat(bench.api.results("j1"))
        .filteredOn(line -> line.path("cause").asText().equals("MISSING"))
        .extracting(JobBench::ordinal)
        .containsExactly(0, 21);
  }

  @Test
  void aResponseThatIsTooLongForEvaluatorsIsAGap() throws Exception {
    bench.scoreJob("exhausts-memory@1", 1, Claims.given(0, "a".repeat(Work.LONGEST_EVALUATED + 1)));

    bench.take();

    assertThat(bench.api.results("j1"))
        .extracting(line -> line.path("cause").asText())
        .containsExactly("OVER_LONG");
  }

  @Test
  void theDigestIsOverTheLinesAsTheyWereSent() throws Exception {
    bench.scoreJob("exact-match@1", 2, Claims.given(0, "a0"), Claims.given(1, "wrong"));

    bench.take();

    var body = bench.api.calls("/work/jobs/j1/results").getFirst().body();
    var sha256 = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    assertThat(bench.api.calls("/work/jobs/j1/complete").getFirst().json().get("digest").asText())
        .isEqualTo(HexFormat.of().formatHex(sha256));
  }

  @Test
  void onlyTheShardIsDoneAndOfItOnlyWhatIsNotDoneYet() throws Exception {
    var claim = bench.scoreClaim("exact-match@1", 8);
    claim = Claims.with(claim, "firstOrdinal", 2);
    claim = Claims.with(claim, "lastOrdinal", 6);
    claim = Claims.with(claim, "done", List.of(3, 6));
    bench.api.job("j1", claim);

    bench.take();

    assertThat(bench.api.results("j1")).extracting(JobBench::ordinal).containsExactly(2, 4, 5);
  }

  @Test
  void aBuiltInSystemRespondsWithoutGold() throws Exception {
    var inputs =
        bench.api.document(
            "j1", Claims.input(0, "One. Two.", "Which?"), Claims.input(1, "Three.", "What?"));
    bench.api.job("j1", Claims.generate("j1", "whole-passage@1", inputs));

    bench.take();

    assertThat(bench.api.results("j1"))
        .extracting(JobBench::ordinal, line -> line.get("text").asText())
        .containsExactly(tuple(0, "One. Two."), tuple(1, "Three."));
  }

  @Test
  void whenTheApiDoesNotAnswerAClaimThereIsNoRoomUntilItDoes() throws Exception {
    bench.api.always("/work/jobs/j1/claim", call -> JobBench.BROKEN);

    bench.pool.take(new JobAvailable("j1", null));

    assertThat(bench.standing.state()).isEqualTo(WorkerState.AWAY);
    assertThat(bench.pool.awaitRoom(Duration.ZERO)).isFalse();
    assertThat(bench.standing.busy()).isZero();
    bench.standing.answered("live");
    assertThat(bench.pool.awaitRoom(Duration.ZERO)).isTrue();
  }

  @Test
  void aJobThatIsNotToBeHadLeavesTheSlotFree() throws Exception {
    bench.api.always("/work/jobs/j1/claim", call -> Answer.problem(409, "not-claimable"));

    bench.pool.take(new JobAvailable("j1", null));

    assertThat(bench.pool.awaitRoom(Duration.ZERO)).isTrue();
  }

  @Test
  void aJobForWhichThereIsNoThreadHoldsNeitherSlotNorLease() throws Exception {
    bench.scoreJob("exact-match@1", 1, Claims.given(0, "a0"));
    bench.pool.stop();

    bench.pool.take(new JobAvailable("j1", null));

    assertThat(bench.leases.held()).isEmpty();
    assertThat(bench.standing.busy()).isZero();
  }

  @Test
  void thereIsNoRoomWhileEverySlotIsTaken() throws Exception {
    bench.beginWaiting();

    assertThat(bench.pool.awaitRoom(Duration.ZERO)).isFalse();
    StrangeMetrics.Waits.ALLOWED.get().countDown();
    assertThat(bench.pool.awaitRoom(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void anAbandonedJobStopsAtOnceAndSaysNothing() throws Exception {
    bench.beginWaiting();

    bench.leases.endAll(Lease.End.ABANDONED);

    assertThat(bench.standing.awaitIdle(Duration.ofSeconds(10))).isTrue();
    assertThat(bench.api.calls("/work/jobs/j1/release")).isEmpty();
    assertThat(bench.api.calls("/work/jobs/j1/complete")).isEmpty();
    assertThat(bench.api.calls("/work/jobs/j1/fail")).isEmpty();
    assertThat(bench.leases.held()).isEmpty();
  }

  @Test
  void theThreadOfAnAbandonedJobDoesTheNextOne() throws Exception {
    bench.beginWaiting();
    bench.leases.endAll(Lease.End.ABANDONED);
    assertThat(bench.standing.awaitIdle(Duration.ofSeconds(10))).isTrue();
    bench.scoreJob("exact-match@1", 1, Claims.given(0, "a0"));

    bench.take();

    assertThat(bench.api.calls("/work/jobs/j1/complete")).hasSize(1);
  }

  @Test
  void drainingLetsAJobFinish() throws Exception {
    bench.beginWaiting();
    bench.standing.drain();
    StrangeMetrics.Waits.ALLOWED.get().countDown();

    assertThat(bench.pool.drain(Duration.ofSeconds(10))).isTrue();

    assertThat(bench.api.calls("/work/jobs/j1/complete")).hasSize(1);
    assertThat(bench.api.calls("/work/jobs/j1/release")).isEmpty();
  }

  @Test
  void drainingGivesBackWhatDoesNotFinishInTime() throws Exception {
    bench.beginWaiting();
    bench.standing.drain();

    assertThat(bench.pool.drain(Duration.ofMillis(50))).isTrue();

    var release = bench.api.calls("/work/jobs/j1/release").getFirst().json();
    assertThat(release.get("token").asText()).isEqualTo("token-of-j1");
    assertThat(bench.api.calls("/work/jobs/j1/complete")).isEmpty();
  }
}

package palmares.worker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work.ClaimRequest;
import palmares.contract.work.WorkApi;
import palmares.worker.Claims;
import palmares.worker.ScriptedApi;
import palmares.worker.ScriptedApi.Answer;
import palmares.worker.client.ClaimAnswer.Granted;
import palmares.worker.client.ClaimAnswer.NotClaimable;

class WorkClientTest {

  private static final Answer BROKEN = new Answer(503, "", Map.of());
  private static final Answer DONE = new Answer(204, "", Map.of());
  private static final JobKey JOB = new JobKey("j1", "t1", "00-abc-def-01");

  private final ScriptedApi api = new ScriptedApi();
  private final WorkClient client =
      new WorkClient(
          api.address(), "secret", new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 3));

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aCallCarriesTheTokensAndTheTrace() throws Exception {
    api.always("/work/jobs/j1/results", call -> DONE);

    client.results(JOB, "b1", gzipped());

    var headers = api.calls("/work/jobs/j1/results").getFirst().headers();
    assertThat(headers)
        .containsEntry("authorization", "Bearer secret")
        .containsEntry(WorkApi.LEASE_HEADER.toLowerCase(), "t1")
        .containsEntry(WorkApi.BATCH_HEADER.toLowerCase(), "b1")
        .containsEntry("traceparent", "00-abc-def-01");
  }

  @Test
  void aCallUnderALeaseIsRepeatedUntilItSucceeds() throws Exception {
    var path = "/work/jobs/j1/results";
    api.always(path, call -> DONE).next(path, BROKEN).next(path, BROKEN);

    client.results(JOB, "b1", gzipped());

    assertThat(api.calls(path))
        .hasSize(3)
        .extracting(call -> call.headers().get("x-palmares-batch"))
        .containsOnly("b1");
  }

  @Test
  void aCallThatKeepsFailingIsUnavailableInTheEnd() {
    api.always("/work/jobs/j1/release", call -> BROKEN);

    assertThatExceptionOfType(ApiUnavailableException.class)
        .isThrownBy(() -> client.release(JOB))
        .withMessage("POST /api/v1/work/jobs/j1/release was answered 503");
    assertThat(api.calls("/work/jobs/j1/release")).hasSize(3);
  }

  @Test
  void thePauseThatTheApiAsksForIsKept() throws Exception {
    var path = "/work/jobs/j1/release";
    api.always(path, call -> DONE).next(path, new Answer(429, "", Map.of("Retry-After", "1")));
    long before = System.nanoTime();

    client.release(JOB);

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aSupersededTokenIsToldApartAndNotRepeated() {
    api.always("/work/jobs/j1/complete", call -> Answer.problem(409, "superseded"));

    assertThatExceptionOfType(ApiRefusalException.class)
        .isThrownBy(() -> client.complete(JOB, "d", 1))
        .withMessageContaining("as scripted")
        .matches(ApiRefusalException::isSuperseded);
    assertThat(api.calls("/work/jobs/j1/complete")).hasSize(1);
  }

  @Test
  void aClaimWhoseAnswerWasLostIsAskedForAgainUnderTheSameId() throws Exception {
    api.job("j1", Claims.generate("j1", "lead@1", "aa")).next("/work/jobs/j1/claim", BROKEN);

    var answer = client.claim("j1", new ClaimRequest("w1", "c1"));

    assertThat(answer).isInstanceOf(Granted.class);
    assertThat(api.calls("/work/jobs/j1/claim"))
        .hasSize(2)
        .allMatch(call -> call.json().get("claim").asText().equals("c1"));
  }

  @Test
  void whatTheApiLeavesOutIsEmptyAndWhatItAddsIsIgnored() throws Exception {
    api.job("j1", Claims.with(Claims.generate("j1", "lead@1", "aa"), "newField", 1));

    var answer = client.claim("j1", new ClaimRequest("w1", "c1"));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Granted.class,
            granted -> {
              assertThat(granted.claim().done()).isEmpty();
              assertThat(granted.claim().settings()).isEmpty();
              assertThat(granted.claim().responses()).isNull();
            });
  }

  @Test
  void aJobThatIsNotToBeHadIsAnAnswer() throws Exception {
    api.always("/work/jobs/j1/claim", call -> Answer.problem(409, "not-claimable"));

    assertThat(client.claim("j1", new ClaimRequest("w1", "c1"))).isInstanceOf(NotClaimable.class);
  }

  @Test
  void anApiThatIsNotThereIsUnavailable() {
    api.close();

    assertThatExceptionOfType(ApiUnavailableException.class)
        .isThrownBy(() -> client.claim("j1", new ClaimRequest("w1", "c1")));
  }

  private static byte[] gzipped() throws java.io.IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
      gzip.write('\n');
    }
    return bytes.toByteArray();
  }
}

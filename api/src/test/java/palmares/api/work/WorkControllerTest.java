package palmares.api.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.job.Ledger;
import palmares.contract.work.WorkApi;
import palmares.db.Sha256;
import palmares.db.blob.BlobStore;
import palmares.db.job.RunState;

class WorkControllerTest {

  private static final String DIGEST = Sha256.of("results").hex();

  @RegisterExtension static final RunningApi API = new RunningApi();

  private Ledger ledger;
  private Calls worker;
  private String id;

  @BeforeEach
  void aLedgerWithAWorker() {
    ledger = Ledger.beside(API.postgres(), API.context().getBean(BlobStore.class));
    worker = API.worker("default");
    id = register(worker).at("worker");
  }

  @Test
  void aJobGoesFromClaimToCompletion() throws IOException {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = "work/jobs/" + ledger.jobsOf(run).getFirst();

    var claim = claim(job);
    var token = claim.at("token");
    var document =
        worker.send("GET", job + "/documents/" + claim.at("inputs"), new byte[0], lease(token));
    var results = deliver(job, token, gzip(lines(0, 10)));
    var complete = complete(job, token);

    assertThat(claim.status()).as(claim.toString()).isEqualTo(200);
    assertThat(claim.at("offer")).isEqualTo("rouge-l@1");
    assertThat(document.text()).isEqualTo("x");
    assertThat(results.status()).as(results.toString()).isEqualTo(204);
    assertThat(complete.status()).as(complete.toString()).isEqualTo(204);
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
    assertThat(
            ledger.count(
                "select count(*) from score where aspects is not null and run_no = " + no(run)))
        .isEqualTo(10);
  }

  @Test
  void aTokenThatIsNotCurrentIsAnswered409() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = "work/jobs/" + ledger.jobsOf(run).getFirst();
    var stale = UUID.randomUUID().toString();

    for (var answer : reports(job, stale)) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
      assertThat(answer.at("type")).isEqualTo("urn:palmares:problem:superseded");
    }
  }

  @Test
  void aLeaseIsWorthNothingInTheHandsOfAnotherWorker() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = "work/jobs/" + ledger.jobsOf(run).getFirst();
    var token = claim(job).at("token");
    var owner = worker;
    worker = API.worker("default");

    for (var answer : reports(job, token)) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    }
    worker = owner;
    assertThat(deliver(job, token, lines(0, 10).getBytes(UTF_8)).status()).isEqualTo(204);
    assertThat(complete(job, token).status()).isEqualTo(204);
  }

  @Test
  void aBatchThatComesAgainSaysTheSameOrIsRefused() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = "work/jobs/" + ledger.jobsOf(run).getFirst();
    var token = claim(job).at("token");

    var first = deliver(job, token, "b-1", lines(0, 5).getBytes(UTF_8));
    var again = deliver(job, token, "b-1", lines(0, 5).getBytes(UTF_8));
    var other = deliver(job, token, "b-1", lines(5, 10).getBytes(UTF_8));
    var bad = deliver(job, token, "b-2", lines(10, 11).getBytes(UTF_8));
    var badAgain = deliver(job, token, "b-2", lines(10, 11).getBytes(UTF_8));

    assertThat(first.status()).isEqualTo(204);
    assertThat(again.status()).isEqualTo(204);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text()).contains("Batch b-1").contains("came before with other results");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(badAgain.status()).as("what was refused was not taken").isEqualTo(422);
    assertThat(ledger.count("select count(*) from score where run_no = " + no(run))).isEqualTo(5);
  }

  @Test
  void aJobThatIsTakenIsNotClaimable() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = "work/jobs/" + ledger.jobsOf(run).getFirst();
    claim(job);

    var second = claim(job);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.at("type")).isEqualTo("urn:palmares:problem:not-claimable");
  }

  @Test
  void badResultsAreRefusedWithTheLineAndNothingIsStored() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = "work/jobs/" + ledger.jobsOf(run).getFirst();
    var token = claim(job).at("token");

    var answer =
        deliver(
            job,
            token,
            (lines(0, 1) + "{\"ordinal\":1,\"sample\":0,\"value\":\"1\"}").getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("detail")).isEqualTo("line 2: value must be a number.");
    assertThat(ledger.count("select count(*) from score where run_no = " + no(run))).isZero();
  }

  @Test
  void aHeartbeatKeepsTheLeaseAndAForeignWorkerIsNotFound() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.jobsOf(run).getFirst();
    var token = claim("work/jobs/" + job).at("token");
    var body =
        "{\"leases\":[{\"job\":\"%s\",\"token\":\"%s\"}],\"busy\":1,\"draining\":false}"
            .formatted(job, token);

    var own = worker.post("work/workers/" + id + "/heartbeat", body);
    var foreign = API.worker("other").post("work/workers/" + id + "/heartbeat", body);

    assertThat(own.at("abandon")).isEqualTo("list of 0");
    assertThat(own.at("state")).isEqualTo("live");
    assertThat(foreign.status()).isEqualTo(404);
  }

  @Test
  void aWorkerThatLeavesGivesItsJobsBack() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = "work/jobs/" + ledger.jobsOf(run).getFirst();
    var token = claim(job).at("token");

    assertThat(worker.delete("work/workers/" + id).status()).isEqualTo(204);

    assertThat(complete(job, token).status()).isEqualTo(409);
  }

  private long no(UUID run) {
    return ledger.count("select no from run where id = '" + run + "'");
  }

  private static Answer register(Calls calls) {
    return calls.post(
        "work/workers",
        """
        {"name":"w","capabilities":["cpu"],"slots":2,
         "offers":[{"id":"rouge-l","version":1,"kind":"metric","summary":"","floor":0,"ceiling":1}]}
        """);
  }

  private Answer claim(String job) {
    return worker.post(
        job + "/claim", "{\"worker\":\"%s\",\"claim\":\"%s\"}".formatted(id, UUID.randomUUID()));
  }

  private Answer deliver(String job, String token, byte[] body) {
    return deliver(job, token, UUID.randomUUID().toString(), body);
  }

  private Answer deliver(String job, String token, String batch, byte[] body) {
    return worker.send(
        "POST",
        job + "/results",
        body,
        List.of(
            "Content-Type",
            "application/jsonl",
            WorkApi.LEASE_HEADER,
            token,
            WorkApi.BATCH_HEADER,
            batch));
  }

  private Answer complete(String job, String token) {
    return worker.post(
        job + "/complete",
        "{\"token\":\"%s\",\"digest\":\"%s\",\"results\":10}".formatted(token, DIGEST));
  }

  private static List<String> lease(String token) {
    return List.of(WorkApi.LEASE_HEADER, token);
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            "{\"ordinal\":%d,\"sample\":0,\"value\":0.5,\"cause\":null,\"aspects\":{\"recall\":1}}\n"
                ::formatted)
        .collect(Collectors.joining());
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  /// What each way to report on a job under a token is answered.
  private List<Answer> reports(String job, String token) {
    return List.of(
        deliver(job, token, lines(0, 1).getBytes(UTF_8)),
        complete(job, token),
        worker.post(job + "/release", "{\"token\":\"%s\"}".formatted(token)),
        worker.post(
            job + "/fail",
            "{\"token\":\"%s\",\"failureClass\":\"worker\",\"reason\":\"x\"}".formatted(token)));
  }
}

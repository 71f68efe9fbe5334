package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.db.Json;
import tools.jackson.databind.JsonNode;

/// An evaluator with a price, from the worker's registration to the team's ledger.
class PaidWorkTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @BeforeAll
  static void aWorkerStatesAPrice() {
    var registered =
        API.worker("default")
            .post(
                "work/workers",
                """
                {"name":"dear","capabilities":["cpu"],"slots":1,"offers":[
                  {"id":"exact-match","version":1,"kind":"metric","floor":0,"ceiling":1,"summary":"",
                   "costPerExample":{"micros":250,"tokens":0}}]}
                """);
    assertThat(registered.status()).as(registered.text()).isEqualTo(200);
    Folders.publish(API.organiser("ada"), "paid", 3);
  }

  @Test
  void whatASubmissionCostsIsReservedPaidAndShownToItsTeam() {
    set("bob", "{\"unit\":\"money\",\"amount\":1000}");
    var bob = API.member("bob");
    var id = submit(bob, "benchmark=paid&system=mine", responses(3)).at("id");

    new HandWorker(API).workAll();

    assertThat(bob.get("submissions/" + id).at("state")).isEqualTo("complete");
    var budget = bob.get("teams/bob/budgets");
    assertThat(budget.at("[0].used") + " " + budget.at("[0].left")).isEqualTo("750 250");
    var ledger = bob.get("teams/bob/budgets/entries");
    assertThat(ledger.at("items[0].kind") + ledger.at("items[1].kind")).isEqualTo("commitreserve");
    assertThat(ledger.at("items[0].offer")).isEqualTo("exact-match@1");
    assertThat(ledger.at("items[0].amount") + " " + ledger.at("items[0].submission"))
        .isEqualTo("750 " + id);
    assertThat(API.admin().get("budgets?limit=1").text())
        .contains("\"team\":\"bob\"", "\"reserved\":0", "\"settled\":750", "\"left\":250");
    assertThat(API.admin().get("doctor").at("healthy")).isEqualTo("true");
  }

  @Test
  void workUnderTwoBudgetsCostsOnceOnItsPageAndOnItsBoard() {
    var dan = API.member("dan");
    set("dan", "{\"unit\":\"money\",\"amount\":10000}");
    set("dan", "{\"unit\":\"money\",\"amount\":9000,\"benchmark\":\"paid\",\"version\":\"1\"}");
    var id = submit(dan, "benchmark=paid&system=twice-covered", responses(3)).at("id");
    var path = "submissions/" + id;
    assertThat(dan.get(path).at("costs")).isEqualTo("list of 0");

    var held = claim(id);

    assertThat(costs(dan, path)).isEqualTo("money 0 750");
    held.worker()
        .post(
            "work/jobs/" + held.job() + "/release",
            "{\"token\":\"%s\"}".formatted(held.answer().at("token")));
    new HandWorker(API).workAll();
    assertThat(costs(dan, path)).isEqualTo("money 750 0");
    var board = "leaderboards/" + API.anonymous().get("benchmarks/paid").at("leaderboards[0].id");
    var columns =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> columns(dan.get(board), "twice-covered"), Objects::nonNull);
    assertThat(columns.path("evaluation cost").asDouble()).isEqualTo(0.00075);
    assertThat(columns.has("cost")).as("nothing was paid for its responses").isFalse();
    var verified =
        API.admin().post("snapshots/" + dan.get(board).at("snapshot") + "/verification", "");
    assertThat(verified.at("equal")).as(verified.text()).isEqualTo("true");
  }

  private static String costs(Calls person, String submission) {
    var answer = person.get(submission);
    return "%s %s %s"
        .formatted(
            answer.at("costs[0].unit"),
            answer.at("costs[0].spent"),
            answer.at("costs[0].reserved"));
  }

  private static @Nullable JsonNode columns(Answer board, String system) {
    for (var row : Json.tree(board.text()).path("rows")) {
      if (row.path("subject").asString("").equals(system)) {
        return row.path("columns");
      }
    }
    return null;
  }

  @Test
  void aSubmissionThatCannotBePaidIsStoppedAndSaysWhy() {
    var carol = API.member("carol");
    set("carol", "{\"unit\":\"money\",\"amount\":10000}");
    set("carol", "{\"unit\":\"money\",\"amount\":700,\"benchmark\":\"paid\",\"version\":\"1\"}");
    var id = submit(carol, "benchmark=paid&system=mine", responses(3)).at("id");

    var claim = claim(id).answer();

    assertThat(claim.status()).isEqualTo(409);
    assertThat(claim.text())
        .contains("budget of money for paid 1 has 700 left, and 750 are needed");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> carol.get("submissions/" + id).at("state").equals("stopped"));
    assertThat(carol.get("submissions/" + id + "/timeline").text())
        .contains("It is being stopped: the team's budget of money for paid 1");
  }

  @Test
  void aBudgetThatMakesNoSenseIsRefused() {
    API.member("dora");
    for (var body :
        List.of(
            "{\"unit\":\"gold\",\"amount\":1}",
            "{\"unit\":\"money\",\"amount\":-1}",
            "{\"unit\":\"money\",\"amount\":1.5}",
            "{\"unit\":\"money\",\"amount\":1,\"version\":\"1\"}",
            "{\"unit\":\"money\"}")) {
      assertThat(put("dora", body).status()).as(body).isEqualTo(400);
    }
    assertThat(put("dora", "{\"unit\":\"money\",\"amount\":1,\"benchmark\":\"none\"}").status())
        .isEqualTo(404);
    assertThat(put("nobody", "{\"unit\":\"money\",\"amount\":1}").status()).isEqualTo(404);
    assertThat(API.member("dora").get("teams/dora/budgets").text()).isEqualTo("[]");
  }

  private record Claim(Calls worker, String job, Answer answer) {}

  private static Claim claim(String submission) {
    var worker = API.worker("default");
    var id =
        worker
            .post(
                "work/workers",
                """
                {"name":"one","capabilities":["cpu"],"slots":1,"offers":[
                  {"id":"exact-match","version":1,"kind":"metric","floor":0,"ceiling":1,"summary":""}]}
                """)
            .at("worker");
    var job =
        API.column(
                "select job.id from job join run on run.id = run_id where submission_id = '%s'"
                    .formatted(submission))
            .getFirst();
    var answer =
        worker.post(
            "work/jobs/" + job + "/claim",
            "{\"worker\":\"%s\",\"claim\":\"%s\"}".formatted(id, java.util.UUID.randomUUID()));
    return new Claim(worker, job, answer);
  }

  private static void set(String team, String body) {
    API.member(team);
    var answer = put(team, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static Answer put(String team, String body) {
    return API.admin()
        .send(
            "PUT",
            "teams/" + team + "/budgets",
            body.getBytes(StandardCharsets.UTF_8),
            List.of("Content-Type", "application/json"));
  }
}

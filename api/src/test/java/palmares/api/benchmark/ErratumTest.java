package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.submission.HandWorker;
import palmares.db.job.RunStore;

/// Gold that turns out to be wrong: mended, scored again, and never mixed with what was before.
class ErratumTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private Calls ada;
  private Calls bob;
  private HandWorker worker;

  @BeforeEach
  void prepare() {
    ada = API.organiser("ada");
    bob = API.member("bob");
    worker = new HandWorker(API);
  }

  @Test
  void mendedGoldIsScoredAgainWithoutNewResponsesAndTheBoardGoesOver() {
    Folders.publish(ada, "mended", 3);
    var right = submit("mended", "right", "A3");
    submit("mended", "wrong", "a3");
    worker.workAll();
    var before = board("mended", 1, 2);
    assertThat(before.at("rows[0].subject") + before.at("rows[0].value")).isEqualTo("wrong1.0");

    var answer = mend("mended", ErratumFiles.MENDED);
    awaitRescored("mended");

    assertThat(answer.at("revision") + answer.at("examples") + answer.at("submissions"))
        .isEqualTo("212");
    var after = board("mended", 2, 2);
    assertThat(after.at("rows[0].subject") + after.at("rows[0].value")).isEqualTo("right1.0");
    assertThat(after.at("pending")).isEqualTo("list of 0");
    assertThat(API.column("select distinct stage from job").toString()).isEqualTo("[score]");
    assertThat(bob.get("submissions/" + right + "/timeline").text())
        .contains("gold was mended (revision 2: the reference was wrong)");
    for (var snapshot : new Answer[] {before, after}) {
      var verified = bob.post("snapshots/" + snapshot.at("snapshot") + "/verification", "");
      assertThat(verified.at("equal")).as(verified.text()).isEqualTo("true");
    }
    assertThat(API.admin().get("doctor").at("healthy")).isEqualTo("true");
  }

  @Test
  void scoringAgainIsTheOrganisersWorkAndGoesLast() {
    Folders.publish(ada, "priced", 3, "quota_per_day: 1");
    submit("priced", "x", "a3");
    worker.workAll();

    mend("priced", ErratumFiles.MENDED);
    awaitRescored("priced");

    assertThat(
            API.column(
                """
                select t.name || ' ' || r.priority from run r join team t on t.id = r.team_id
                join benchmark_version v on v.id = r.benchmark_version_id
                join benchmark b on b.id = v.benchmark_id
                where b.name = 'priced' order by r.no\
                """))
        .containsExactly("bob 0", "ada -10");
    assertThat(bob.get("benchmarks/priced").at("quotaLeft")).isEqualTo("0");
  }

  @Test
  void aDryRunTellsWhatWouldBeScoredAgainAndStoresNothing() {
    Folders.publish(ada, "preview", 3);
    submit("preview", "x", "a3");
    worker.workAll();

    var answer = ErratumFiles.post(ada, "preview", "?check=true", ErratumFiles.MENDED);

    assertThat(answer.status() + answer.at("created")).isEqualTo("200false");
    assertThat(answer.at("submissions") + answer.at("boards[0]")).isEqualTo("1A small one");
    assertThat(API.anonymous().get(ErratumFiles.path("preview")).text()).isEqualTo("[]");
  }

  @Test
  void aBoardStaysUntilItsOwnerSwitchesAndThenListsWhatIsNotScoredAsPending() {
    Folders.publish(ada, "early", 3);
    submit("early", "old", "a3");
    worker.workAll();
    board("early", 1, 1);
    mend("early", ErratumFiles.MENDED);
    submit("early", "newcomer", "A3");

    assertThat(board("early", 1, 1).at("pending[0]")).isEqualTo("newcomer");
    assertThat(board("early", 1, 1).text()).contains("revision 2 mends it");
    assertThat(ada.post(ErratumFiles.path("early") + "/2/switch", "").at("current"))
        .isEqualTo("true");
    awaitOpenRuns("early", 2);
    worker.workOf("newcomer");

    var after = board("early", 2, 1);
    assertThat(after.at("rows")).isEqualTo("list of 1");
    assertThat(after.at("rows[0].subject")).isEqualTo("newcomer");
    assertThat(after.at("pending[0]")).isEqualTo("old");
    awaitRescored("early");
  }

  @Test
  void aRunThatWasUnderWayIsScoredAgainWhenItEnds() {
    Folders.publish(ada, "underway", 3);
    submit("underway", "slow", "A3");

    mend("underway", ErratumFiles.MENDED);
    awaitRescored("underway");

    assertThat(board("underway", 2, 1).at("rows[0].value")).isEqualTo("1.0");
  }

  @Test
  void aLaterErratumTakesThePlaceOfOneThatIsUnderWay() {
    Folders.publish(ada, "twice", 3);
    submit("twice", "x", "third");
    worker.workAll();

    mend("twice", ErratumFiles.MENDED);
    mend("twice", "{\"id\":\"q3\",\"references\":[\"third\"]}\n");
    awaitRescored("twice");

    assertThat(board("twice", 3, 1).at("rows[0].value")).isEqualTo("1.0");
    assertThat(API.anonymous().get(ErratumFiles.path("twice")).at("[1].state"))
        .isEqualTo("superseded");
    assertThat(ada.post(ErratumFiles.path("twice") + "/2/switch", "").status()).isEqualTo(409);
    assertThat(ada.post(ErratumFiles.path("twice") + "/4/switch", "").status()).isEqualTo(404);
  }

  /// Somebody else holds a run that is to be stopped.
  @Test
  void anErratumUnderAKeyIsMadeBeforeWhatItOutdatesIsStopped() {
    Folders.publish(ada, "keyed", 3);
    submit("keyed", "x", "a3");
    worker.workAll();
    mend("keyed", ErratumFiles.MENDED);
    awaitOpenRuns("keyed", 1);
    var run = UUID.fromString(openRuns("keyed").getFirst());
    var later = "{\"id\":\"q3\",\"references\":[\"third\"]}\n";
    var key = new String[] {"Idempotency-Key", "keyed"};

    var answer =
        API.postgres()
            .database()
            .transact(tx -> {
              RunStore.lock(tx, run);
              var asked =
                  CompletableFuture.supplyAsync(
                      () -> ErratumFiles.post(ada, "keyed", "", later, key));
              await()
                  .atMost(Duration.ofSeconds(30))
                  .until(
                      () -> API.anonymous().get(ErratumFiles.path("keyed")).at("[0].revision"),
                      "3"::equals);
              return asked;
            })
            .join();

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(API.column("select state from run where id = '%s'".formatted(run)))
        .containsExactly("cancelled");
    assertThat(ErratumFiles.post(ada, "keyed", "", later, key).text()).isEqualTo(answer.text());
    awaitRescored("keyed");
  }

  @Test
  void whatWasLeftOutMeanwhileIsScoredAgainOnceItIsLifted() {
    Folders.publish(ada, "lifted", 3);
    submit("lifted", "right", "A3");
    var copied = submit("lifted", "copied", "a3");
    worker.workAll();
    var exclusions = "benchmarks/lifted/versions/1/exclusions";
    var made =
        ada.post(
            exclusions,
            "{\"kind\":\"submission\",\"subject\":\"%s\",\"reason\":\"x\"}".formatted(copied));
    mend("lifted", ErratumFiles.MENDED);
    awaitRescored("lifted");
    assertThat(board("lifted", 2, 2).at("pending")).isEqualTo("list of 0");

    assertThat(ada.post(exclusions + "/" + made.at("id") + "/lift", "{\"reason\":\"x\"}").status())
        .isEqualTo(200);

    awaitRescored("lifted");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> board("lifted", 2, 2).at("rows[1].rank").equals("2"));
  }

  @Test
  void whoeverWouldLoseByItCannotStopIt() {
    Folders.publish(ada, "loser", 3);
    var id = submit("loser", "x", "a3");
    worker.workAll();
    mend("loser", ErratumFiles.MENDED);
    awaitOpenRuns("loser", 1);

    var cancelled = bob.post("submissions/" + id + "/cancel", "");

    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(409);
    awaitRescored("loser");
  }

  private String submit(String benchmark, String system, String third) {
    var answer =
        bob.post(
            "submissions",
            """
            {"benchmark":"%s","system":{"name":"%s","kind":"outputs"},"responses":[
              {"id":"q1","text":"a1"},{"id":"q2","text":"a2"},{"id":"q3","text":"%s"}]}
            """
                .formatted(benchmark, system, third));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.at("id");
  }

  private Answer mend(String benchmark, String lines) {
    var answer = ErratumFiles.post(ada, benchmark, "", lines);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  /// Works until nothing is left to do: an erratum counts as done as well while the runs that it
  /// will ask for again have not ended yet.
  private void awaitRescored(String benchmark) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          worker.workAll();
          return openRuns(benchmark).isEmpty()
              && API.anonymous().get(ErratumFiles.path(benchmark)).at("[0].state").equals("done");
        });
  }

  private static void awaitOpenRuns(String benchmark, int runs) {
    await().atMost(Duration.ofSeconds(30)).until(() -> openRuns(benchmark).size() == runs);
  }

  private static List<String> openRuns(String benchmark) {
    return API.column(
        """
        select r.id from run r
        join benchmark_version v on v.id = r.benchmark_version_id
        join benchmark b on b.id = v.benchmark_id
        where b.name = '%s' and r.state = 'active'\
        """
            .formatted(benchmark));
  }

  /// The newest board, once it stands on this revision with so many rows.
  private Answer board(String benchmark, int revision, int rows) {
    var id = API.anonymous().get("benchmarks/" + benchmark).at("leaderboards[0].id");
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> API.anonymous().get("leaderboards/" + id),
            board ->
                board.at("provenance.goldRevision").equals(Integer.toString(revision))
                    && board.at("rows").equals("list of " + rows));
  }
}

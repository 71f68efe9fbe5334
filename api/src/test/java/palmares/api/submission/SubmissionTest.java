package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.gzip;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.contract.submission.ExampleScore;

class SubmissionTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void aFileIsTakenEvaluatedAndCanBeFollowedToItsEnd() {
    Folders.publish(API.organiser("ada"), "road", 3);
    var bob = API.member("bob");
    var answer =
        submit(bob, "benchmark=road&system=mine", responses(2) + "{\"id\":\"q3\",\"text\":\"\"}");
    var path = "submissions/" + answer.at("id");

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/" + path);
    var waiting = bob.get(path);
    assertThat(waiting.at("state") + " " + waiting.at("stage")).isEqualTo("active score");
    assertThat(waiting.at("next")).isEqualTo("its leaderboards are built");

    new HandWorker(API).workAll();

    var done = bob.get(path);
    assertThat(done.at("state")).isEqualTo("complete");
    assertThat(done.at("next")).isEqualTo("absent");
    assertThat(done.at("evaluators[0].scored") + done.at("evaluators[0].unscored")).isEqualTo("21");
    assertThat(done.at("evaluators[0].mean")).isEqualTo("1.0");
    assertThat(bob.get(path + "/timeline").at("[0].text"))
        .isEqualTo("Received from bob with 3 responses.");
    assertThat(bob.get(path + "/scores").at("items[2].cause")).isEqualTo("EMPTY");
    assertThat(API.admin().get("doctor").at("healthy")).isEqualTo("true");
  }

  @Test
  void whatNoLiveWorkerOffersIsSaidToBeWaitedFor() {
    var spec = Folders.spec("waits").replace("exact-match@1", "rouge-l@1");
    new Multipart()
        .file("benchmark", spec)
        .file("examples", Folders.examples(1))
        .post(API.organiser("ada"), "benchmarks");
    var id = submit(API.member("bob"), "benchmark=waits&system=x", responses(1)).at("id");

    var status = API.member("bob").get("submissions/" + id);

    assertThat(status.at("waitingFor")).isEqualTo("a worker with rouge-l@1");
    assertThat(status.at("jobs.ready")).isEqualTo("1");
  }

  @Test
  void aBuiltInSystemIsRunByWorkers() {
    Folders.publish(API.organiser("ada"), "built-in-road", 3);
    var worker = new HandWorker(API);
    var answer =
        API.member("bob")
            .post(
                "submissions",
                """
                {"benchmark":"built-in-road",
                 "system":{"name":"parrot","kind":"built-in","builtIn":"parrot@1"}}
                """);

    worker.workAll();

    var status = API.member("bob").get("submissions/" + answer.at("id"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(status.at("state") + status.at("responses")).isEqualTo("complete3");
    assertThat(status.at("evaluators[0].mean")).isEqualTo("1.0");
    assertThat(API.anonymous().get("built-in-systems").text()).contains("parrot@1");
  }

  @Test
  void gzipByteOrderMarkAndWindowsLineEndsAreWelcome() {
    Folders.publish(API.organiser("ada"), "welcome", 3);
    var bob = API.member("bob");
    var lines = "\ufeff" + responses(3).replace("\n", "\r\n");

    assertThat(submit(bob, "benchmark=welcome&system=a", lines).status()).isEqualTo(202);
    assertThat(submit(bob, "benchmark=welcome&system=b", gzip(lines.getBytes(UTF_8))).status())
        .isEqualTo(202);
    assertThat(
            API.column(
                "select r.text from response r join submission s on s.no = r.submission_no join"
                    + " benchmark_version v on v.id = s.benchmark_version_id join benchmark b on"
                    + " b.id = v.benchmark_id where b.name = 'welcome' order by s.no, r.ordinal"))
        .containsExactly("a1", "a2", "a3", "a1", "a2", "a3");
  }

  @Test
  void aPartialSubmissionIsTakenWhereAllowedAndItsGapsAreMarked() {
    Folders.publish(API.organiser("ada"), "partial", 3);
    var bob = API.member("bob");
    var answer = submit(bob, "benchmark=partial&system=mine&allowPartial=true", responses(1));

    new HandWorker(API).workAll();

    assertThat(answer.at("missing")).isEqualTo("2");
    var scores = bob.get("submissions/" + answer.at("id") + "/scores");
    assertThat(scores.at("items[1].cause")).isEqualTo("MISSING");
    assertThat(scores.at("items[1].response")).isEqualTo("absent");
  }

  @Test
  void aPageOfScoresEndsBeforeItsResponsesAreTooManyToHold() {
    Folders.publish(API.organiser("ada"), "long-pages", 3);
    var bob = API.member("bob");
    var half = "x".repeat(ExampleScore.CHARS_IN_PAGE / 2);
    var lines =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> "{\"id\":\"q%d\",\"text\":\"%s\"}%n".formatted(i, half))
            .collect(Collectors.joining());
    var answer = submit(bob, "benchmark=long-pages&system=wordy", lines);
    new HandWorker(API).workAll();
    var scores = "submissions/" + answer.at("id") + "/scores?limit=500";

    var first = bob.get(scores);
    var second = bob.get(scores + "&cursor=" + first.at("next"));

    assertThat(first.at("items") + " " + second.at("items")).isEqualTo("list of 2 list of 1");
    assertThat(second.at("items[0].response")).isEqualTo(half);
    assertThat(second.at("next")).isIn("absent", "null");
  }

  @Test
  void aRepeatUnderTheSameKeyIsAnsweredAsTheFirst() {
    Folders.publish(API.organiser("ada"), "repeat", 3);
    var bob = API.member("bob");
    var query = "benchmark=repeat&system=mine";
    var body = responses(3).getBytes(UTF_8);

    var first = submit(bob, query, body, "Idempotency-Key", "k1");
    var again = submit(bob, query, body, "Idempotency-Key", "k1");
    var other = submit(bob, query + "2", body, "Idempotency-Key", "k1");
    var otherAccount = submit(API.member("carl"), query, body, "Idempotency-Key", "k1");

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status() + again.at("id")).isEqualTo("202" + first.at("id"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("type")).isEqualTo("urn:palmares:problem:key-of-other-request");
    assertThat(otherAccount.at("id")).isNotEqualTo(first.at("id"));
  }

  @Test
  void ofManyAtOnceUnderOneKeyOneIsTaken() throws Exception {
    Folders.publish(API.organiser("ada"), "race", 3);
    var bob = API.member("bob");
    Callable<Answer> one =
        () ->
            submit(
                bob,
                "benchmark=race&system=mine",
                responses(3).getBytes(UTF_8),
                "Idempotency-Key",
                "race");
    List<Answer> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      answers =
          threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> one).toList()).stream()
              .map(future -> future.resultNow())
              .toList();
    }

    assertThat(answers).extracting(Answer::status).containsAnyOf(202).isSubsetOf(202, 409);
    assertThat(answers.stream().filter(a -> a.status() == 202).map(a -> a.at("id")).distinct())
        .hasSize(1);
    assertThat(API.column("select count(*) from idempotency where key = 'race'"))
        .containsExactly("1");
  }

  @Test
  void theQuotaIsCountedByTeamAndDay() {
    Folders.publish(API.organiser("ada"), "quota", 1, "quota_per_day: 2");
    var dora = API.member("dora");
    var query = "benchmark=quota&system=mine";

    assertThat(submit(dora, query, responses(1)).at("quotaLeft")).isEqualTo("1");
    assertThat(dora.get("benchmarks/quota").at("quotaLeft")).isEqualTo("1");
    assertThat(submit(dora, query, responses(1)).at("quotaLeft")).isEqualTo("0");
    var third = submit(dora, query, responses(1));

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.at("type")).isEqualTo("urn:palmares:problem:quota-spent");
    assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 86_400);
    assertThat(submit(API.member("erin"), query, responses(1)).status()).isEqualTo(202);
    assertThat(API.anonymous().get("benchmarks/quota").at("quotaLeft")).isEqualTo("absent");
  }

  @Test
  void aBenchmarkTakesSubmissionsOnlyWhileItIsOpen() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "later", 1, "opens_at: 2999-01-01T00:00:00Z");
    Folders.publish(ada, "over", 1, "closes_at: 2001-01-01T00:00:00Z");

    assertThat(submit(ada, "benchmark=later&system=x", responses(1)).at("type"))
        .isEqualTo("urn:palmares:problem:not-open");
    assertThat(submit(ada, "benchmark=over&system=x", responses(1)).at("type"))
        .isEqualTo("urn:palmares:problem:closed");
    assertThat(ada.get("benchmarks/later").at("state")).isEqualTo("upcoming");
  }

  @Test
  void whatSubmittersSeeOfExamplesIsTheBenchmarksRule() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "sees-reason", 1);
    publishVisible("sees-score", "score");
    publishVisible("sees-nothing", "nothing");
    var bob = API.member("bob");
    var ids =
        List.of("sees-reason", "sees-score", "sees-nothing").stream()
            .map(name -> submit(bob, "benchmark=" + name + "&system=x", responses(1)).at("id"))
            .toList();

    new HandWorker(API).workAll();

    assertThat(bob.get("submissions/" + ids.get(0) + "/scores").at("items[0].aspects.why"))
        .isEqualTo("1.0");
    assertThat(bob.get("submissions/" + ids.get(1) + "/scores").at("items[0].aspects.why"))
        .isEqualTo("absent");
    assertThat(bob.get("submissions/" + ids.get(1) + "/scores").at("items[0].value"))
        .isEqualTo("1.0");
    assertThat(bob.get("submissions/" + ids.get(2) + "/scores").status()).isEqualTo(403);
    assertThat(ada.get("submissions/" + ids.get(2) + "/scores").at("items[0].aspects.why"))
        .isEqualTo("1.0");
  }

  private static void publishVisible(String name, String visible) {
    var answer =
        new Multipart()
            .file("benchmark", Folders.spec(name).replace("visible: reason", "visible: " + visible))
            .file("examples", Folders.examples(1))
            .post(API.organiser("ada"), "benchmarks");
    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void foreignSubmissionsAreNotFound() {
    Folders.publish(API.organiser("ada"), "foreign", 1);
    var id = submit(API.member("bob"), "benchmark=foreign&system=x", responses(1)).at("id");
    var stranger = API.organiser("zoe");

    for (var path : List.of("", "/timeline", "/scores")) {
      assertThat(stranger.get("submissions/" + id + path).status()).isEqualTo(404);
    }
    for (var path : List.of("/cancel", "/retry", "/withdraw")) {
      assertThat(stranger.post("submissions/" + id + path, "").status()).isEqualTo(404);
      assertThat(API.organiser("ada").post("submissions/" + id + path, "").status()).isEqualTo(403);
    }
    assertThat(stranger.get("submissions").at("items")).isEqualTo("list of 0");
    assertThat(API.anonymous().get("submissions/" + id).status()).isEqualTo(401);
    assertThat(API.member("bob").get("submissions/nonsense").status()).isEqualTo(404);
  }

  @Test
  void aSubmissionCanBeCancelledRetriedAndWithdrawn() {
    Folders.publish(API.organiser("ada"), "changed", 1);
    var bob = API.member("bob");
    var path = "submissions/" + submit(bob, "benchmark=changed&system=x", responses(1)).at("id");

    assertThat(bob.post(path + "/cancel", "").at("state")).isEqualTo("cancelled");
    assertThat(bob.post(path + "/cancel", "").status()).isEqualTo(409);
    assertThat(bob.post(path + "/retry", "").at("state")).isEqualTo("active");
    assertThat(bob.post(path + "/retry", "").status()).isEqualTo(409);
    new HandWorker(API).workAll();
    assertThat(bob.get(path).at("state")).isEqualTo("complete");
    assertThat(bob.post(path + "/withdraw", "").at("withdrawnAt")).startsWith("20");
    assertThat(bob.post(path + "/withdraw", "").status()).isEqualTo(409);
    assertThat(bob.get(path + "/timeline").text()).contains("It was withdrawn by bob.");
  }

  @Test
  void submissionsAreListedNewestFirstInPages() {
    Folders.publish(API.organiser("ada"), "listed", 1);
    var fay = API.member("fay");
    var first = submit(fay, "benchmark=listed&system=x", responses(1)).at("id");
    var second = submit(fay, "benchmark=listed&system=y", responses(1)).at("id");

    var page = fay.get("submissions?benchmark=listed&limit=1");

    assertThat(page.at("items[0].id")).isEqualTo(second);
    assertThat(fay.get("submissions?limit=1&cursor=" + page.at("next")).at("items[0].id"))
        .isEqualTo(first);
    assertThat(fay.get("systems").at("items[0].name")).isEqualTo("y");
    assertThat(fay.get("systems").at("items[1].kind")).isEqualTo("outputs");
  }

  @Test
  void theSameSystemSubmittedAgainIsTheSameVersion() {
    Folders.publish(API.organiser("ada"), "versions", 1);
    var gus = API.member("gus");
    submit(gus, "benchmark=versions&system=x", responses(1));
    submit(gus, "benchmark=versions&system=x", responses(1));
    gus.post(
        "submissions",
        """
        {"benchmark":"versions","system":{"name":"x","kind":"outputs","baseModel":"other"},
         "responses":[{"id":"q1","text":"a"}]}
        """);

    assertThat(gus.get("systems").at("items[0].version")).isEqualTo("2");
    assertThat(gus.get("systems").at("items[0].submissions")).isEqualTo("3");
  }
}

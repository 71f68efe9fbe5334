package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.gzip;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

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
    assertThat(bob.get(path + "/timeline").at("items[0].text"))
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
  void whatIsWaitedForIsMissingSinceTheLastWorkerThatHadItLeft() {
    var spec = Folders.spec("waits-later").replace("exact-match@1", "contains@1");
    new Multipart()
        .file("benchmark", spec)
        .file("examples", Folders.examples(1))
        .post(API.organiser("ada"), "benchmarks");
    var bob = API.member("bob");
    var path =
        "submissions/" + submit(bob, "benchmark=waits-later&system=x", responses(1)).at("id");
    API.column(
        "update job set created_at = '2026-01-01T08:00:00Z' where offer = 'contains@1' returning 1");
    assertThat(bob.get(path).at("waitingSince")).isEqualTo("2026-01-01T08:00:00Z");

    API.column(
        "update worker set state = 'gone', due_at = null, state_since = '2026-01-01T10:42:00Z',"
            + " offers = offers || 'contains@1'::text where id = '"
            + new HandWorker(API).id()
            + "' returning 1");

    assertThat(bob.get(path).at("waitingSince")).isEqualTo("2026-01-01T10:42:00Z");
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
  void aSubmissionCanBeCancelledRetriedAndWithdrawn() {
    Folders.publish(API.organiser("ada"), "changed", 1);
    var bob = API.member("bob");
    var path = "submissions/" + submit(bob, "benchmark=changed&system=x", responses(1)).at("id");

    assertThat(bob.post(path + "/cancel", "").at("state")).isEqualTo("cancelled");
    assertThat(bob.post(path + "/cancel", "").at("state")).isEqualTo("cancelled");
    assertThat(bob.post(path + "/retry", "").at("state")).isEqualTo("active");
    assertThat(bob.post(path + "/retry", "").status()).isEqualTo(409);
    new HandWorker(API).workAll();
    assertThat(bob.get(path).at("state")).isEqualTo("complete");
    assertThat(bob.post(path + "/withdraw", "").at("withdrawnAt")).startsWith("20");
    assertThat(bob.post(path + "/withdraw", "").at("withdrawnAt")).startsWith("20");
    assertThat(bob.post(path + "/cancel", "").at("detail")).isEqualTo("Its run has ended.");
    var timeline = path + "/timeline";
    assertThat(bob.get(timeline).text()).containsOnlyOnce("It was withdrawn by bob.");
    var first = bob.get(timeline + "?limit=1");
    assertThat(first.at("items") + " " + first.at("items[0].seq")).isEqualTo("list of 1 1");
    assertThat(bob.get(timeline + "?limit=1&cursor=" + first.at("next")).at("items[0].seq"))
        .isEqualTo("2");
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

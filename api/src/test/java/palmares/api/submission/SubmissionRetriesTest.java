package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class SubmissionRetriesTest {

  private static final int RIVALS = 8;

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void cancellingAndTryingAgainIsNoWayAroundTheQuota() {
    Folders.publish(API.organiser("ada"), "counted", 1, "quota_per_day: 1");
    var bob = API.member("bob");
    var first = cancelled(bob, "counted", "first");
    var second = submitted(bob, "counted", "second");

    var refused = bob.post(first + "/retry", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("All 1 submissions of the day are made");
    assertThat(bob.get(first).at("state")).isEqualTo("cancelled");

    assertThat(bob.post(second + "/cancel", "").at("state")).isEqualTo("cancelled");
    assertThat(bob.post(first + "/retry", "").at("state")).isEqualTo("active");
    assertThat(submit(bob, "benchmark=counted&system=third", responses(1)).status()).isEqualTo(429);
    new HandWorker(API).workAll();
    assertThat(API.admin().get("doctor").at("healthy")).isEqualTo("true");
  }

  /// Our failure gives the quota back, or a run again with it; not both.
  @Test
  void aRetryAfterAFailureOfOursTakesWhatWasRefunded() {
    Folders.publish(API.organiser("ada"), "ours", 1, "quota_per_day: 1");
    var bob = API.member("bob");
    var worker = new HandWorker(API);
    var path = submitted(bob, "ours", "mine");
    worker.failAll();
    assertThat(bob.get(path).at("state")).isEqualTo("partial");
    assertThat(used("ours")).isEqualTo("0");

    assertThat(bob.post(path + "/retry", "").at("state")).isEqualTo("active");
    worker.workAll();

    assertThat(bob.get(path).at("state")).isEqualTo("complete");
    assertThat(used("ours")).isEqualTo("1");
    assertThat(submit(bob, "benchmark=ours&system=other", responses(1)).status()).isEqualTo(429);
  }

  /// As after pairs that were made up for: the run takes over from another under the same gold, and
  /// nobody else could try it again.
  @Test
  void whatWasBegunAnewUnderTheSameGoldIsForItsOwnerToTryAgain() {
    Folders.publish(API.organiser("ada"), "anew", 1, "quota_per_day: 1");
    var bob = API.member("bob");
    var worker = new HandWorker(API);
    var path = submitted(bob, "anew", "mine");
    worker.failAll();
    API.postgres()
        .asOwner(
            "update run set rescore_of = id where submission_id = '%s'"
                .formatted(path.substring(path.lastIndexOf('/') + 1)));

    var answer = bob.post(path + "/retry", "");

    assertThat(answer.at("state")).as(answer.text()).isEqualTo("active");
  }

  @Test
  void itTakesFromTheDayOfTheRefundWhenThatIsPastAndFromTodayIfThatIsSpent() {
    Folders.publish(API.organiser("ada"), "later", 1, "quota_per_day: 1");
    var bob = API.member("bob");
    var worker = new HandWorker(API);
    var path = submitted(bob, "later", "mine");
    worker.failAll();
    aDayPasses("later");
    submitted(bob, "later", "second");
    close("later");

    assertThat(bob.post(path + "/retry", "").at("state")).isEqualTo("active");
    worker.failAll();
    API.postgres().asOwner("update quota set used = 1");

    assertThat(bob.post(path + "/retry", "").text()).contains("All 1 submissions of the day");
  }

  private static void aDayPasses(String benchmark) {
    var which = " where benchmark_version_id in (" + versions(benchmark) + ")";
    API.postgres()
        .asOwner(
            "insert into quota (benchmark_version_id, team_id, day, used)"
                + " select benchmark_version_id, team_id, day - 1, used from quota"
                + which
                + "; update quota_entry set day = day - 1"
                + which
                + "; delete from quota q"
                + which
                + " and day = (select max(day) from quota"
                + which
                + ")");
  }

  private static String used(String benchmark) {
    return API.column(
            "select sum(used) from quota where benchmark_version_id in ("
                + versions(benchmark)
                + ")")
        .getFirst();
  }

  private static String versions(String benchmark) {
    return "select v.id from benchmark_version v join benchmark b on b.id = v.benchmark_id"
        + " where b.name = '"
        + benchmark
        + "'";
  }

  @Test
  void whatWasCancelledBeforeTheEndIsNotRunAfterIt() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "ends", 1);
    var bob = API.member("bob");
    var path = cancelled(bob, "ends", "late");
    close("ends");

    var refused = bob.post(path + "/retry", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("closed at").contains("nothing failed on our side");
  }

  @Test
  void ofManyRetriesAtOnceOneStarts() throws Exception {
    Folders.publish(API.organiser("ada"), "rivals", 1);
    var bob = API.member("bob");
    var path = cancelled(bob, "rivals", "mine");
    List<Callable<Answer>> calls =
        IntStream.range(0, RIVALS)
            .<Callable<Answer>>mapToObj(i -> () -> bob.post(path + "/retry", ""))
            .toList();

    try (var threads = Executors.newFixedThreadPool(RIVALS)) {
      var answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
      assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(RIVALS - 1);
    }
    var id = path.substring("submissions/".length());
    assertThat(API.column("select count(*) from run where submission_id = '" + id + "'"))
        .containsExactly("2");
  }

  @Test
  void theAnswerToWhatWasTakenInTimeIsRepeatedAfterTheEnd() {
    Folders.publish(API.organiser("ada"), "repeats", 1);
    var bob = API.member("bob");
    var query = "benchmark=repeats&system=mine";
    var body = responses(1).getBytes(UTF_8);
    var first = submit(bob, query, body, "Idempotency-Key", "in-time");
    close("repeats");

    var again = submit(bob, query, body, "Idempotency-Key", "in-time");
    var late = submit(bob, query, body, "Idempotency-Key", "late");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.at("id")).isEqualTo(first.at("id"));
    assertThat(late.at("type")).isEqualTo("urn:palmares:problem:closed");
  }

  private static String cancelled(Calls as, String benchmark, String system) {
    var path = submitted(as, benchmark, system);
    assertThat(as.post(path + "/cancel", "").at("state")).isEqualTo("cancelled");
    return path;
  }

  private static String submitted(Calls as, String benchmark, String system) {
    var answer = submit(as, "benchmark=" + benchmark + "&system=" + system, responses(1));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return "submissions/" + answer.at("id");
  }

  private static void close(String benchmark) {
    API.postgres()
        .asOwner(
            "update benchmark_version set closes_at = now() - interval '1 hour' where benchmark_id ="
                + " (select id from benchmark where name = '"
                + benchmark
                + "')");
  }
}

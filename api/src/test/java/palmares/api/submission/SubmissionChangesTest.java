package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Overlap;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.job.Retries;
import palmares.db.job.RunStore;
import palmares.db.submission.SubmissionStore;

/// Changes of a submission that are asked for twice, or at the same time.
class SubmissionChangesTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private final Calls bob = API.member("bob");

  /// Invariant 11, where the run that the lost answer told of has ended meanwhile.
  @Test
  void aRetryThatIsAskedForTwiceUnderOneKeyStartsOneRun() {
    Folders.publish(API.organiser("ada"), "repeated", 1);
    var worker = new HandWorker(API);
    var id = submitted("repeated", "mine");
    worker.failAll();

    var first = post(id, "retry");
    worker.failAll();
    var again = post(id, "retry");

    assertThat(first.at("state")).as(first.text()).isEqualTo("active");
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(states(id)).containsExactly("partial", "partial");
  }

  @Test
  void aChoiceThatIsAskedForTwiceUnderOneKeyDoesNotUndoALaterOne() {
    Folders.publish(API.organiser("ada"), "chosen", 1, "entry_rule: chosen");
    var one = submitted("chosen", "mine");
    var two = submitted("chosen", "mine");

    post(one, "choose");
    post(two, "choose");
    post(one, "choose");

    assertThat(bob.get("submissions/" + one).at("chosenAt")).isEqualTo("absent");
    assertThat(bob.get("submissions/" + two).at("chosenAt")).startsWith("20");
  }

  @Test
  void whatIsWithdrawnMeanwhileIsNotRunAgain() throws Exception {
    Folders.publish(API.organiser("ada"), "gone", 1);
    var id = cancelled("gone");
    var answer = new AtomicReference<Answer>();

    Overlap.of(
        API.postgres(),
        tx -> {
          RunStore.lockNewestOf(tx, id);
          SubmissionStore.withdraw(tx, id);
        },
        tx -> answer.set(post(id, "retry")));

    assertThat(answer.get().at("detail")).isEqualTo("It is withdrawn.");
    assertThat(states(id)).containsExactly("cancelled");
  }

  @Test
  void whatIsRunAgainMeanwhileIsCancelledByWhoeverWithdraws() throws Exception {
    Folders.publish(API.organiser("ada"), "going", 1);
    var id = cancelled("going");
    var retries = API.context().getBean(Retries.class);

    Overlap.of(
        API.postgres(),
        tx -> retries.retry(tx, Objects.requireNonNull(RunStore.lockNewestOf(tx, id)), 0, null),
        tx -> post(id, "withdraw"));

    assertThat(bob.get("submissions/" + id).at("withdrawnAt")).startsWith("20");
    assertThat(states(id)).containsExactly("cancelled", "cancelled");
  }

  private UUID cancelled(String benchmark) {
    var id = submitted(benchmark, "mine");
    assertThat(post(id, "cancel").at("state")).isEqualTo("cancelled");
    return id;
  }

  private UUID submitted(String benchmark, String system) {
    var answer = submit(bob, "benchmark=" + benchmark + "&system=" + system, responses(1));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return UUID.fromString(answer.at("id"));
  }

  /// Under one key for each submission and change.
  private Answer post(UUID id, String change) {
    return bob.send(
        "POST",
        "submissions/" + id + "/" + change,
        new byte[0],
        List.of("Idempotency-Key", change + " " + id));
  }

  private static List<String> states(UUID id) {
    return API.column("select state from run where submission_id = '" + id + "' order by no");
  }
}

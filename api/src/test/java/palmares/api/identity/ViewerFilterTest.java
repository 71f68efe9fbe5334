package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.submission.HandWorker;

/// Invariant 28: an answer that depends on the viewer is kept for nobody else.
class ViewerFilterTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void noCacheOnTheWayMayGiveOneViewersAnswerToAnother() {
    Folders.publish(API.organiser("ada"), "seen", 2);
    var bob = API.member("bob");
    var id = submit(bob, "benchmark=seen&system=mine", responses(2)).at("id");
    new HandWorker(API).workAll();
    var benchmark = "benchmarks/seen/versions/1/";

    for (var path :
        List.of(
            "me",
            "benchmarks",
            "benchmarks/seen",
            benchmark + "examples",
            benchmark + "examples.jsonl",
            "leaderboards",
            "evaluators",
            "systems",
            "submissions",
            "submissions/" + id,
            "submissions/" + id + "/scores",
            "submissions/" + id + "/timeline",
            "nowhere")) {
      for (var caller : List.of(bob, API.anonymous())) {
        assertKeptForNobodyElse(path, caller.get(path));
      }
    }
  }

  @Test
  void soItIsOfWhatHasNotChanged() {
    Folders.publish(API.organiser("ada"), "same", 1);
    var bob = API.member("bob");
    var inputs = "benchmarks/same/versions/1/examples.jsonl";
    var first = bob.get(inputs);

    var again =
        bob.send("GET", inputs, new byte[0], List.of("If-None-Match", first.header("ETag")));

    assertThat(again.status()).isEqualTo(304);
    assertKeptForNobodyElse(inputs, again);
  }

  private static void assertKeptForNobodyElse(String path, Answer answer) {
    assertThat(answer.header("Cache-Control")).as(path).containsAnyOf("private", "no-cache");
    assertThat(answer.header("Vary")).as(path).contains("Authorization");
  }
}

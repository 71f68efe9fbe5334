package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Multipart;
import palmares.api.Overlap;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.db.submission.SubmissionStore;

/// The entry rule `chosen`: the owner says which submission stands.
class ChoosingTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void anOwnerChoosesAndTheChoiceBeforeIsForgotten() {
    Folders.publish(API.organiser("ada"), "choice", 2, "entry_rule: chosen");
    var bob = API.member("bob");
    var one = submit(bob, "benchmark=choice&system=mine", responses(2)).at("id");
    var two = submit(bob, "benchmark=choice&system=mine", responses(2)).at("id");
    var other = submit(bob, "benchmark=choice&system=other", responses(2)).at("id");
    assertThat(bob.post("submissions/" + other + "/choose", "").status()).isEqualTo(200);

    assertThat(bob.post("submissions/" + one + "/choose", "").at("chosenAt"))
        .isNotEqualTo("absent");
    assertThat(bob.post("submissions/" + two + "/choose", "").status()).isEqualTo(200);

    assertThat(bob.get("submissions/" + one).at("chosenAt")).isEqualTo("absent");
    assertThat(bob.get("submissions/" + two).at("chosenAt")).isNotEqualTo("absent");
    assertThat(bob.get("submissions/" + other).at("chosenAt")).isNotEqualTo("absent");
    assertThat(bob.get("submissions/" + two + "/timeline").text())
        .contains("It was chosen to stand on the leaderboards by bob.");
  }

  @Test
  void ofTwoChoicesAtOnceTheLaterStands() throws Exception {
    Folders.publish(API.organiser("ada"), "both", 1, "entry_rule: chosen");
    var bob = API.member("bob");
    var one = UUID.fromString(submit(bob, "benchmark=both&system=m", responses(1)).at("id"));
    var two = UUID.fromString(submit(bob, "benchmark=both&system=m", responses(1)).at("id"));

    Overlap.of(
        API.postgres(),
        tx -> SubmissionStore.choose(tx, one),
        tx -> SubmissionStore.choose(tx, two));

    assertThat(
            API.column(
                "select id from submission where chosen_at is not null and id in ('%s', '%s')"
                    .formatted(one, two)))
        .containsExactly(two.toString());
  }

  @Test
  void whereNobodyChoosesOrItIsWithdrawnThatIsSaid() {
    Folders.publish(API.organiser("ada"), "no-choice", 1);
    Folders.publish(API.organiser("ada"), "choice-2", 1, "entry_rule: chosen");
    var bob = API.member("bob");
    var latest = submit(bob, "benchmark=no-choice&system=mine", responses(1)).at("id");
    var gone = submit(bob, "benchmark=choice-2&system=mine", responses(1)).at("id");
    bob.post("submissions/" + gone + "/withdraw", "");

    var refused = bob.post("submissions/" + latest + "/choose", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("show the latest submission of a system");
    assertThat(bob.post("submissions/" + gone + "/choose", "").status()).isEqualTo(409);
    assertThat(API.member("eve").post("submissions/" + gone + "/choose", "").status())
        .isEqualTo(404);
  }

  @Test
  void aPolicyForGapsThatAMethodDoesNotHaveIsRefusedWhenABenchmarkIsPublished() {
    var spec =
        Folders.spec(
            "bounded",
            "gaps: bounds",
            "leaderboards:",
            "  - {id: a, title: A, method: mean, evaluator: exact-match@1}",
            "  - {id: b, title: B, method: elo, evaluator: exact-match@1}");

    var answer =
        new Multipart()
            .file("benchmark", spec)
            .file("examples", Folders.examples(1))
            .post(API.organiser("ada"), "benchmarks");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("errors[0].field")).isEqualTo("leaderboards[1].method");
    assertThat(answer.at("errors[0].message")).isEqualTo("cannot rank with gaps: bounds: 'elo'");
    assertThat(answer.text()).doesNotContain("leaderboards[0]");
  }
}

package palmares.api.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Multipart;
import palmares.api.RunningApi;

/// Whom a submission is compared with, as people may see it.
class OpponentTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test // invariants 13 and 24
  void opponentsAreNamedAsALeaderboardWouldNameThemAndTheWithdrawnNotAtAll() {
    publish("duels");
    var nina = API.member("nina");
    var zoe = API.member("zoe");
    var hidden =
        submit(nina, "benchmark=duels&system=stealth&anonymous=true", responses(2)).at("id");
    var known = submit(zoe, "benchmark=duels&system=known", responses(2)).at("id");
    assertThat(zoe.get(opponents(known)).at("items[0].system")).isEqualTo("Anonymous 1");
    assertThat(zoe.post("submissions/" + known + "/withdraw", "").status()).isEqualTo(200);

    var late = submit(API.member("mia"), "benchmark=duels&system=late", responses(2)).at("id");
    var seen = API.member("mia").get(opponents(late));

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text()).doesNotContain("stealth", "nina", "known", "zoe");
    assertThat(seen.at("items[0].evaluator")).isEqualTo("checklist-pair@1");
    assertThat(seen.at("items[0].system")).isEqualTo("Anonymous 1");
    assertThat(seen.at("items[0].pairs")).isEqualTo("2");
    assertThat(seen.at("items[0].judged")).isEqualTo("0");
    assertThat(seen.at("items[1].system")).isEqualTo("absent");
    assertThat(seen.at("items[1].skipped")).isEqualTo("it is withdrawn");
    // Whoever came first is met by those that came later.
    assertThat(nina.get(opponents(hidden)).text()).contains("late").doesNotContain("known");
    assertThat(API.admin().get(opponents(late)).at("items[0].system")).isEqualTo("stealth");
  }

  @Test
  void aPageOfOpponentsGoesOnWhereTheOneBeforeEnded() {
    publish("pages");
    var mia = API.member("mia");
    for (var system : List.of("one", "two", "three")) {
      submit(API.member("zoe"), "benchmark=pages&system=" + system, responses(2));
    }
    var id = submit(mia, "benchmark=pages&system=last", responses(2)).at("id");

    var first = mia.get(opponents(id) + "?limit=2");
    var second = mia.get(opponents(id) + "?limit=2&cursor=" + first.at("next"));

    assertThat(List.of(first.at("items[0].system"), first.at("items[1].system")))
        .containsExactly("one", "two");
    assertThat(second.at("items[0].system")).isEqualTo("three");
    assertThat(second.at("next")).isEqualTo("absent");
    assertThat(mia.get(opponents(id) + "?cursor=x").status()).isEqualTo(400);
  }

  @Test
  void aSubmissionSaysHowFarItsPairsAreAndWhatComesNext() {
    publish("words");
    var mia = API.member("mia");
    submit(API.member("zoe"), "benchmark=words&system=early", responses(2));
    var id = submit(mia, "benchmark=words&system=late", responses(2)).at("id");

    var status = mia.get("submissions/" + id);

    assertThat(status.at("stage")).isEqualTo("pair");
    assertThat(status.at("stages[0].expected")).isEqualTo("2");
    assertThat(status.at("next")).isEqualTo("its leaderboards are built");
    assertThat(mia.get("submissions/" + id + "/timeline").text())
        .contains("checklist-pair@1 compares it with 1 system ready before it.");
  }

  private static String opponents(String submission) {
    return "submissions/" + submission + "/opponents";
  }

  private static void publish(String name) {
    Calls organiser = API.organiser("ada");
    var answer =
        new Multipart()
            .file(
                "benchmark",
                """
                name: %s
                version: "1"
                title: Pairs
                evaluators: [checklist-pair@1]
                main_metric: checklist-pair@1
                """
                    .formatted(name))
            .file(
                "examples",
                """
                {"id":"q1","prompt":"?","checklist":[{"name":"c","contains":"a"}]}
                {"id":"q2","prompt":"?","checklist":[{"name":"c","contains":"a"}]}
                """)
            .post(organiser, "benchmarks");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }
}

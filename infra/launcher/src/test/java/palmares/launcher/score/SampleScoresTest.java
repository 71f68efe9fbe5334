package palmares.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.launcher.score.ScoreShell.number;
import static palmares.launcher.score.ScoreShell.records;
import static palmares.launcher.score.ScoreShell.shared;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `palmares score` on samples, forecasts and rewards.
class SampleScoresTest {

  @TempDir private Path folder;

  private ScoreShell score;

  @BeforeEach
  void openShell() {
    score = new ScoreShell(folder);
  }

  /// 20 samples, one right: 1/20, and 1 - C(19, 5) / C(20, 5) = 1/4; with 10 right 1/2, and 1 -
  /// 252/15504, as HELM gives them.
  @Test
  void passAtKIsTheMeanOverExamplesBySystem() throws IOException {
    var file = score.file("system,example,n,c\na,x,20,1\na,y,20,10\nb,x,20,20\n");

    var rows = score.rows("pass-at-k", "--samples", file, "--k", "1,5");

    assertThat(rows.get(0).get("system").asText()).isEqualTo("a");
    assertThat(rows.get(0).get("pass@1").asDouble()).isCloseTo(0.275, within(1e-12));
    assertThat(rows.get(0).get("pass@5").asDouble())
        .isCloseTo((0.25 + 1 - 252 / 15504.0) / 2, within(1e-12));
    assertThat(rows.get(1).get("pass@5").asDouble()).isEqualTo(1);
  }

  @Test
  void calibrationEqualsNumpyOnFiveHundredForecasts() throws IOException {
    var file = shared("small_formulas/calibration.csv").toString();
    var expected = new ObjectMapper().readTree(shared("small_formulas/expected.json").toFile());

    var row = score.rows("calibration", "--forecasts", file).get(0);

    assertThat(row.get("ece").asDouble())
        .isCloseTo(expected.get("ece_equal_width_10").asDouble(), within(1e-12));
    assertThat(row.get("ace").asDouble())
        .isCloseTo(expected.get("ece_equal_mass_10").asDouble(), within(1e-12));
    assertThat(row.get("brier").asDouble())
        .isCloseTo(expected.get("brier").asDouble(), within(1e-12));
    assertThat(row.get("logLoss").asDouble())
        .isCloseTo(expected.get("logloss").asDouble(), within(1e-12));
  }

  /// What came was stated to be impossible, and nothing else came.
  @Test
  void aNumberThatIsUndefinedIsNoneAndSaysWhy() throws IOException {
    var file = score.file("p,y\n0,1\n0.5,1\n");

    var row = score.rows("calibration", "--forecasts", file).get(0);

    assertThat(row.get("logLoss").isNull()).isTrue();
    assertThat(row.get("auroc").isNull()).isTrue();
    assertThat(row.get("brier").asDouble()).isEqualTo(0.625);
    assertThat(row.get("reason").asText())
        .startsWith("log loss is infinite")
        .endsWith("everything came true, or nothing");
  }

  @Test
  void rewardBenchEqualsTheSectionsOfSixModels() throws IOException {
    var name = "rewardbench/expected_sections_example.csv";

    var rows = score.rows("rewardbench", "--scores", shared(name).toString());

    var expected = records(name);
    assertThat(rows).hasSameSizeAs(expected);
    for (var k = 0; k < rows.size(); k++) {
      for (var section : new String[] {"Chat", "Chat Hard", "Safety", "Reasoning"}) {
        assertThat(rows.get(k).get(section).asDouble())
            .isCloseTo(number(expected.get(k), "section:" + section), within(1e-9));
      }
      assertThat(rows.get(k).get("overall").asDouble())
          .isCloseTo(number(expected.get(k), "overall"), within(1e-9));
    }
  }

  @Test
  void rewardMathEqualsItsOwnEvaluationForEveryJudge() throws IOException {
    var expected = records("rewardmath/expected_rewardmath.csv");
    assertThat(expected).hasSizeGreaterThan(10);
    for (var own : expected) {
      var mode = own.getField("mode");
      var isSteps = !mode.equals("normal") && !mode.equals("pairwise");

      var row =
          score
              .rows(
                  "rewardmath",
                  "--scores",
                  shared("rewardmath/" + own.getField("model") + "_reward.jsonl").toString(),
                  "--steps",
                  isSteps ? mode : "min")
              .get(0);

      assertThat(row.get("system").asText()).isEqualTo(own.getField("model"));
      assertThat(row.get("problems").asInt()).isEqualTo((int) number(own, "items"));
      assertThat(row.get("strict").asDouble()).isCloseTo(number(own, "acc_strict"), within(1e-7));
      assertThat(row.get("withTies").asDouble())
          .isCloseTo(number(own, "acc_with_tie"), within(1e-7));
      assertThat(row.get("reciprocalRank").asDouble()).isCloseTo(number(own, "mrr"), within(1e-7));
    }
  }

  /// Outcomes 1, 1, 1, 0 against the baseline: 75 per cent but for the chance of 100 resamples.
  @Test
  void arenaHardV2IsTheMeanOutcomeAgainstTheBaselineAndSaysHowManyPairsItTellsApart()
      throws IOException {
    var file =
        score.file("left,right,winner,weight\na,base,left,3\nbase,a,left,1\nb,base,right,1\n");

    var report =
        score.report(
            "arena-hard", "--votes", file, "--baseline", "base", "--compat", "arena-hard-v2");

    assertThat(report.get("method").asText()).isEqualTo("arena-hard-v2@1");
    assertThat(report.get("rows").get(0).get("rating").asDouble()).isCloseTo(75, within(8.0));
    assertThat(report.get("rows").get(1).get("rating").asDouble()).isEqualTo(50);
    assertThat(report.get("rows").get(2).get("rating").asDouble()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pass-at-k --samples | n,c;5,6 | :2: right samples must be from 0 to 5: 6",
        "pass-at-k --k 3 --samples | n,c;5,1;2,1 | :3: k must be from 1 to the 2 samples: 3",
        "pass-at-k --samples | n,c;2.5,1 | :2: n must be a whole number: 2.5",
        "calibration --forecasts | p,y;0.5,1;1.5,0 | :3: p must be from 0 to 1 and y 0 or 1",
        "calibration --bins 0 --forecasts | p,y;0.5,1 | --bins must be 1 or more: 0",
        "rewardbench --scores | model,donotanswer;a,87 | :2: the accuracy of 'donotanswer' must be",
        "rewardbench --scores | model,x;a,1 | :2: no section has a subset",
        "rewardbench --scores | model,donotanswer;a,1;a,1 | :3: model 'a' stands twice",
        "rewardmath --scores | {\"score\":[1,2],\"chosen\":[2]} | :1: chosen must be the place of"
            + " one",
        "rewardmath --scores | {\"score\":[1,null],\"chosen\":[0]} | :1: a reward must be a number",
        "rewardmath --scores | {\"score\":[1 | :1: not JSON",
        "rewardmath --steps median --scores | {} | --steps must be one of min, max, prod",
        "arena-hard --baseline z --compat x --votes | a,b,outcome;a,b,1 | --compat must be"
            + " arena-hard"
      })
  void refusesABadFileWithItsLine(String arguments, String lines, String message)
      throws IOException {
    var file = score.file(lines.replace(";", "\n"));

    var refusal = score.refusal((arguments + " " + file).split(" "));

    assertThat(refusal).contains(message);
  }
}

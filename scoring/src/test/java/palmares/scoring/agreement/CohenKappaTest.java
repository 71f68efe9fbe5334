package palmares.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.Verdict;
import palmares.scoring.agreement.CohenKappa.Weights;
import palmares.scoring.ranking.ReferenceData;

class CohenKappaTest {

  /// Scores of GPT-4 from 1 to 5; expected values by scikit-learn.
  @ParameterizedTest
  @CsvSource({"PLAIN, kappa_12", "LINEAR, kappa_linear_12", "QUADRATIC, kappa_quadratic_12"})
  void equalsScikitLearnOnScores(Weights weights, String name) {
    var rows = ReferenceData.csv("prometheus_gpt4_scores/mt_bench_eval.csv");
    var first = rows.stream().mapToInt(row -> Integer.parseInt(row.get("s1")) - 1).toArray();
    var second = rows.stream().mapToInt(row -> Integer.parseInt(row.get("s2")) - 1).toArray();

    var kappa = CohenKappa.of(first, second, weights).orElseThrow();

    var expected = ReferenceData.number("prometheus_gpt4_scores/expected_mt_bench_eval.json", name);
    Verdict.one("prometheus_gpt4_scores", "Cohen kappa", 1e-12, kappa, expected);
  }

  @ParameterizedTest
  @CsvSource({"judge_longer", "judge_longer10"})
  void equalsTheAgreementOfJudgesByLengthWithPeople(String judge) {
    var labels = List.of("CHATGPT", "VICUNA13B", "TIE");
    var rows = ReferenceData.csv("faireval/vicuna80_human.csv");
    var people = rows.stream().mapToInt(row -> labels.indexOf(row.get("human"))).toArray();
    var judges = rows.stream().mapToInt(row -> labels.indexOf(row.get(judge))).toArray();

    var kappa = CohenKappa.of(people, judges, Weights.PLAIN).orElseThrow();

    for (var row : ReferenceData.csv("faireval/expected_agreement.csv")) {
      if (row.get("judge").equals(judge)) {
        Verdict.one(
            "faireval", "Cohen kappa", 1e-11, kappa, Double.parseDouble(row.get("cohen_kappa")));
      }
    }
  }

  /// o = 6 / 10, e = 0.5 * 0.7 + 0.5 * 0.3 = 0.5, so kappa = 0.1 / 0.5.
  @Test
  void equalsTheTableByHand() {
    int[] first = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    int[] second = {0, 0, 0, 0, 1, 0, 0, 0, 1, 1};

    assertThat(CohenKappa.of(first, second, Weights.PLAIN).orElseThrow())
        .isCloseTo(0.2, within(1e-12));
  }

  @Test
  void oneCategoryAloneHasNoKappa() {
    assertThat(CohenKappa.of(new int[] {1, 1}, new int[] {1, 1}, Weights.PLAIN)).isEmpty();
    assertThat(CohenKappa.of(new int[0], new int[0], Weights.LINEAR)).isEmpty();
  }

  @Test
  void unequalLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CohenKappa.of(new int[2], new int[3], Weights.PLAIN))
        .withMessage("both raters need a category for each item: 2 and 3");
  }
}

package palmares.scoring.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.ReferenceData;
import palmares.scoring.reward.RightAmongWrong.Problem;

class RightAmongWrongTest {

  private static final Pattern CHOSEN = Pattern.compile("\"chosen\":\\[(\\d+)\\]");

  static Stream<Map<String, String>> published() {
    return ReferenceData.csv("rewardmath/expected_rewardmath.csv").stream();
  }

  /// Nine reward models and judges; expected values by RewardMATH's own evaluation.
  @ParameterizedTest
  @MethodSource("published")
  void equalsRewardMath(Map<String, String> row) {
    var mode = row.get("mode");
    var problems =
        ReferenceData.text("rewardmath/" + row.get("model") + "_reward.jsonl")
            .lines()
            .map(line ->
                switch (mode) {
                  case "pairwise" -> verdicts(line);
                  case "normal" -> rewards(line);
                  default -> steps(line, StepAggregation.valueOf(mode.toUpperCase(Locale.ROOT)));
                })
            .toList();

    var scores = RightAmongWrong.of(problems);

    assertThat(problems).hasSize(Integer.parseInt(row.get("items")));
    Verdict.one("rewardmath", "strict", 1e-7, scores.strict(), number(row, "acc_strict"));
    Verdict.one("rewardmath", "with ties", 1e-7, scores.withTies(), number(row, "acc_with_tie"));
    Verdict.one("rewardmath", "reciprocal rank", 1e-7, scores.reciprocalRank(), number(row, "mrr"));
  }

  @Test
  void equalWrongOnesStandBeforeTheRightOne() {
    var scores = RightAmongWrong.of(List.of(Problem.ofRewards(2, 3, 2, 1)));

    assertThat(scores.strict()).isZero();
    assertThat(scores.reciprocalRank()).isCloseTo(100 / 3.0, within(1e-12));
  }

  @Test
  void oneRewardForAllIsNeverRightButStrictlyOnlyByTies() {
    var scores = RightAmongWrong.of(List.of(Problem.ofRewards(1, 1, 1)));

    assertThat(scores.strict()).isZero();
    assertThat(scores.withTies()).isEqualTo(100);
  }

  @Test
  void rewardsThatAreNoNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Problem.ofRewards(Double.NaN, 1))
        .withMessageContaining("rewards must be numbers: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepAggregation.MEAN.of(0.5, 1.5))
        .withMessage("the reward of a step must be from 0 to 1: 1.5");
  }

  /// The right solution against each wrong one: those it did not win against stand above it.
  private static Problem verdicts(String line) {
    var winners = list(line, "score");
    var right = list(line, "chosen_position");
    var lost =
        (int) IntStream.range(0, right.length).filter(k -> !right[k].equals(winners[k])).count();
    return new Problem(lost, 0);
  }

  private static Problem rewards(String line) {
    return problem(line, numbers(list(line, "score")));
  }

  private static Problem steps(String line, StepAggregation aggregation) {
    var text = line.substring(line.indexOf("\"score\":[[") + 10);
    var rewards =
        Arrays.stream(text.substring(0, text.indexOf("]]")).split("\\],\\["))
            .mapToDouble(solution -> aggregation.of(numbers(solution.split(","))))
            .toArray();
    return problem(line, rewards);
  }

  private static Problem problem(String line, double[] rewards) {
    var found = CHOSEN.matcher(line);
    assertThat(found.find()).isTrue();
    var right = Integer.parseInt(found.group(1));
    var wrong = IntStream.range(0, rewards.length).filter(k -> k != right);
    return Problem.ofRewards(rewards[right], wrong.mapToDouble(k -> rewards[k]).toArray());
  }

  private static String[] list(String line, String name) {
    var from = line.indexOf("\"" + name + "\":[") + name.length() + 4;
    return line.substring(from, line.indexOf(']', from)).split(",");
  }

  private static double[] numbers(String[] texts) {
    return Arrays.stream(texts).mapToDouble(Double::parseDouble).toArray();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}

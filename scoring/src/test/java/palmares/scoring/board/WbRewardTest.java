package palmares.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.board.BaselineOutcome.MUCH_BETTER;
import static palmares.scoring.board.BaselineOutcome.MUCH_WORSE;
import static palmares.scoring.board.BaselineOutcome.SLIGHTLY_BETTER;
import static palmares.scoring.board.BaselineOutcome.SLIGHTLY_WORSE;
import static palmares.scoring.board.BaselineOutcome.TIE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.board.WbReward.Counts;
import palmares.scoring.ranking.ReferenceData;

class WbRewardTest {

  /// Weights of WildBench's five categories, from its `_create_tables.py`.
  private static final Map<String, Double> WILDBENCH =
      Map.of(
          "Creative Tasks", 0.5,
          "Planning & Reasoning", 1.25,
          "Math & Data Analysis", 1.0,
          "Information/Advice seeking", 0.75,
          "Coding & Debugging", 1.25);

  @Test
  void theRewardsThatWildBenchPublishesComeOut() {
    try (var all = Verdict.on("wildbench", "WB-Reward", 1e-9);
        var macro = Verdict.on("wildbench", "WB-Reward by category", 1e-9)) {
      for (var row : ReferenceData.csv("wildbench/table_wb_reward_counts.csv")) {
        var what = row.get("K") + " " + row.get("baseline") + " " + row.get("model");
        var total = Double.parseDouble(row.get("total"));
        var reward = WbReward.overTotal(counts(row, ""), total);
        all.compare(what, reward / 100, row.get("published_reward"));
        var counts = new HashMap<String, Counts>();
        WILDBENCH.keySet().forEach(name -> counts.put(name, counts(row, name + "|")));
        macro.compare(
            what,
            WbReward.byCategory(counts, WILDBENCH) / 100,
            row.get("published_task_macro_reward"));
      }
    }
  }

  /// Rewards 1, 0.5, -0.5, -1 and -1 over five outcomes, and over eight examples.
  @Test
  void outcomesThatAreMissingDrawNobodyToTheMiddle() {
    var counts =
        Counts.of(List.of(MUCH_BETTER, SLIGHTLY_BETTER, SLIGHTLY_WORSE, MUCH_WORSE, MUCH_WORSE));

    assertThat(WbReward.overJudged(counts).orElseThrow()).isCloseTo(-20, within(1e-12));
    assertThat(WbReward.overTotal(counts, 8)).isCloseTo(-12.5, within(1e-12));
    assertThat(WbReward.overJudged(Counts.of(List.of()))).isEmpty();
  }

  @Test
  void onlyASlightWinOfTheLongerResponseBecomesATie() {
    assertThat(SLIGHTLY_BETTER.penalised(1501, 1000, 500)).isEqualTo(TIE);
    assertThat(SLIGHTLY_BETTER.penalised(1500, 1000, 500)).isEqualTo(SLIGHTLY_BETTER);
    assertThat(SLIGHTLY_WORSE.penalised(1000, 1501, 500)).isEqualTo(TIE);
    assertThat(SLIGHTLY_WORSE.penalised(1501, 1000, 500)).isEqualTo(SLIGHTLY_WORSE);
    assertThat(MUCH_BETTER.penalised(9000, 1, 500)).isEqualTo(MUCH_BETTER);
    assertThat(SLIGHTLY_BETTER.penalised(9000, 1, -1)).isEqualTo(SLIGHTLY_BETTER);
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    var one = new Counts(1, 0, 0, 0, 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WbReward.overTotal(one, 0))
        .withMessage("1.0 outcomes cannot be of 0.0 examples");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WbReward.byCategory(Map.of("a", one), Map.of("b", 1.0)))
        .withMessage("counts are of the categories [a], weights of [b]");
    for (var weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WbReward.byCategory(Map.of("a", one), Map.of("a", weight)))
          .withMessage("the weight of category 'a' must be greater than 0 and finite: " + weight);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Counts(1, -1, 0, 0, 0))
        .withMessage("a count must be 0 or more: -1.0");
  }

  private static Counts counts(Map<String, String> row, String prefix) {
    return new Counts(
        Double.parseDouble(row.get(prefix + "win_much")),
        Double.parseDouble(row.get(prefix + "win")),
        Double.parseDouble(row.get(prefix + "tie")),
        Double.parseDouble(row.get(prefix + "lose")),
        Double.parseDouble(row.get(prefix + "lose_much")));
  }
}

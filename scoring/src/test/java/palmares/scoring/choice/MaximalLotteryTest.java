package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.ReferenceData;

class MaximalLotteryTest {

  @Test
  void equalsTheLotteryOfTwelveSystems() {
    var ranking = new MaximalLottery().rank(Tables.wildBench(), Tables.SETTINGS);

    try (var verdict = Verdict.on("rank_aggregation", "maximal lottery", 1e-9)) {
      for (var row : ReferenceData.csv("rank_aggregation/expected_aggregates.csv")) {
        var system = row.get("model");
        verdict.compare(system, Tables.value(ranking, system), row.get("maximal_lottery"));
      }
    }
  }

  /// rank_aggregation/expected_cycle.json, by a linear program: 3/7, 2/7, 2/7, 0.
  @Test
  void equalsTheLotteryOfACircle() {
    double[][] over = {{0, 7, 3, 6}, {3, 0, 8, 5}, {7, 2, 0, 5}, {4, 5, 5, 0}};

    assertThat(Lottery.of(over))
        .containsExactly(new double[] {3.0 / 7, 2.0 / 7, 2.0 / 7, 0}, within(1e-9));
  }

  /// Who beats everybody is certain; of two copies of the best either may be drawn.
  @Test
  void aWinnerIsCertainAndItsCopyTakesHalf() {
    double[][] values = {{3, 3, 1}, {3, 3, 1}, {2, 1, 2}};

    var ranking =
        new MaximalLottery().rank(Tables.of(List.of("a", "copy", "b"), values), Tables.SETTINGS);

    assertThat(Tables.value(ranking, "a")).isCloseTo(0.5, within(1e-12));
    assertThat(Tables.value(ranking, "copy")).isCloseTo(0.5, within(1e-12));
    assertThat(Tables.value(ranking, "b")).isZero();
  }

  /// One column for a, one for b: every lottery is maximal, the evenest counts a copy as a third.
  @Test
  void amongSeveralLotteriesACopyTakesFromTheOthers() {
    double[][] pair = {{2, 1}, {1, 2}};
    double[][] withCopy = {{2, 1}, {1, 2}, {2, 1}};

    var two = new MaximalLottery().rank(Tables.of(List.of("a", "b"), pair), Tables.SETTINGS);
    var three =
        new MaximalLottery().rank(Tables.of(List.of("a", "b", "copy"), withCopy), Tables.SETTINGS);

    assertThat(Tables.value(two, "b")).isCloseTo(1.0 / 2, within(1e-9));
    assertThat(Tables.value(three, "b")).isCloseTo(1.0 / 3, within(1e-9));
  }

  @Test
  void noSystemBeatsALottery() {
    var random = new Random(11);
    for (var size = 2; size <= 40; size += 19) {
      var over = new double[size][size];
      for (var i = 0; i < size; i++) {
        for (var j = 0; j < size; j++) {
          over[i][j] = i == j ? 0 : random.nextInt(4);
        }
      }

      var lottery = Lottery.of(over);

      for (var j = 0; j < size; j++) {
        var lead = 0.0;
        for (var i = 0; i < size; i++) {
          lead += lottery[i] * (over[i][j] - over[j][i]);
        }
        assertThat(lead).isGreaterThan(-1e-8);
      }
    }
  }

  @Test
  void moreSystemsThanItCanTakeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lottery.of(new double[301][301]))
        .withMessage("a lottery is of at most 300 systems: 301");
  }
}

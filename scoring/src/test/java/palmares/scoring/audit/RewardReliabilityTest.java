package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardReliabilityTest {

  private static final List<ScoredGroup> TWO_PROMPTS =
      List.of(
          new ScoredGroup(new double[] {1, 2, 3, 4}, new double[] {0, .5, .5, 1}),
          new ScoredGroup(new double[] {2, 5, 1, 0}, new double[] {.2, .9, .4, .3}));

  /// scipy 1.17, `linregress(x, y).rvalue ** 2` over the kept responses; the last with numpy's
  /// weighted averages.
  @ParameterizedTest
  @CsvSource({
    "ALL, 0.6813417190775681",
    "BEST, 1",
    "BEST_WORST, 0.7672634271099744",
    "BEST_RANDOM, 0.7532861442266422"
  })
  void equalsTheLineThroughTheKeptResponses(RewardReliability kept, double expected) {
    assertThat(kept.explained(TWO_PROMPTS).orElseThrow()).isCloseTo(expected, within(1e-12));
  }

  /// Noise in the middle ranks alone: the best and the worst explain more than all.
  @Test
  void keepingTheBestAndTheWorstHelpsWhereTheMiddleIsNoise() {
    var random = new Random(5);
    var groups = new ArrayList<ScoredGroup>();
    for (var prompt = 0; prompt < 50; prompt++) {
      var worth = new double[] {0, random.nextDouble(), random.nextDouble(), 1};
      groups.add(new ScoredGroup(new double[] {0, 1, 2, 3}, worth));
    }

    assertThat(RewardReliability.BEST_WORST.explained(groups).orElseThrow())
        .isGreaterThan(RewardReliability.ALL.explained(groups).orElseThrow() + 0.1);
  }

  @Test
  void equalRewardsShareTheWeightSoThatTheirOrderChangesNothing() {
    var one = List.of(new ScoredGroup(new double[] {3, 3, 1}, new double[] {1, 0, 0}));
    var other = List.of(new ScoredGroup(new double[] {1, 3, 3}, new double[] {0, 0, 1}));

    // By hand, weights 1/2, 1/2 and 1: 0.5^2 / (2 * 0.375)
    assertThat(RewardReliability.BEST_WORST.explained(one).orElseThrow())
        .isCloseTo(1 / 3.0, within(1e-12));
    assertThat(RewardReliability.BEST_WORST.explained(other).orElseThrow())
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void oneRewardAloneExplainsNothing() {
    var constant = List.of(new ScoredGroup(new double[] {.1, .1, .1}, new double[] {1, 0, 1}));

    assertThat(RewardReliability.ALL.explained(constant)).isEmpty();
    assertThat(RewardReliability.ALL.explained(List.of())).isEmpty();
  }
}

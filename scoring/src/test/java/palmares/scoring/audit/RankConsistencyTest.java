package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankConsistencyTest {

  private static final double[] RISING = {1, 2, 3, 4, 5};
  private static final double[] FALLING = {5, 4, 3, 2, 1};

  @Test
  void isOneForTheSameOrderAndNothingForTheOpposite() {
    var same = RankConsistency.of(List.of(new ScoredGroup(RISING, new double[] {0, 1, 2, 3, 9})));
    var opposite = RankConsistency.of(List.of(new ScoredGroup(RISING, FALLING)));

    assertThat(same.kendall()).hasValue(1);
    assertThat(same.extremes()).hasValue(1);
    assertThat(opposite.kendall().orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(opposite.spearman().orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(opposite.extremes()).hasValue(0);
  }

  /// scipy 1.17: (kendalltau([1,2,3,4,5], [2,1,3,5,5]) + 1) / 2 and the same by spearmanr.
  @Test
  void tiesShareTheirRankAndPromptsAreAveraged() {
    var tied = new ScoredGroup(RISING, new double[] {2, 1, 3, 5, 5});

    var alone = RankConsistency.of(List.of(tied));
    var averaged =
        RankConsistency.of(
            List.of(
                tied,
                new ScoredGroup(RISING, RISING),
                new ScoredGroup(RISING, new double[] {1, 1, 1, 1, 1})));

    assertThat(alone.kendall().orElseThrow()).isCloseTo(0.8689323936863109, within(1e-12));
    assertThat(alone.spearman().orElseThrow()).isCloseTo(0.9360407996361905, within(1e-12));
    assertThat(averaged.kendall().orElseThrow()).isCloseTo(1.8689323936863109 / 2, within(1e-12));
    assertThat(averaged.extremes()).hasValue(0.5);
    assertThat(averaged.prompts()).isEqualTo(2);
  }

  @Test
  void withoutAnOrderItIsUndefined() {
    var constant = RankConsistency.of(List.of(new ScoredGroup(RISING, new double[5])));

    assertThat(constant.kendall()).isEmpty();
    assertThat(constant.prompts()).isZero();
  }
}

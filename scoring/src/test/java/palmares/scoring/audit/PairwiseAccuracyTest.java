package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairwiseAccuracyTest {

  private static final double[] METRIC = {90, 80, 85, 30, 50, 52};
  private static final double[] PEOPLE = {5, 4, 4, 1, 2, 2};

  /// numpy 2.4, each pair's sign with |difference| <= epsilon as 0: 13 of 15 at 0, 14 at 2 and at
  /// 5, 13 at 10.
  @Test
  void takesTheSmallestEpsilonThatAgreesMost() {
    var found = PairwiseAccuracy.of(List.of(new ScoredGroup(METRIC, PEOPLE)));

    assertThat(found.pairs()).isEqualTo(15);
    assertThat(found.plain()).isEqualTo(13 / 15.0);
    assertThat(found.accuracy()).isEqualTo(14 / 15.0);
    assertThat(found.epsilon()).isEqualTo(2);
  }

  @Test
  void onlyPairsWithinAGroupCount() {
    var found =
        PairwiseAccuracy.of(
            List.of(
                new ScoredGroup(new double[] {1, 2}, new double[] {1, 2}),
                new ScoredGroup(new double[] {9, 0}, new double[] {3, 3})));

    assertThat(found.pairs()).isEqualTo(2);
    assertThat(found.plain()).isEqualTo(0.5);
    assertThat(found.accuracy()).isEqualTo(0.5); // the epsilon 9 would lose the other pair
    assertThat(found.epsilon()).isZero();
  }

  @Test
  void whatPeopleAndTheMetricTieAgrees() {
    var found = PairwiseAccuracy.of(List.of(new ScoredGroup(new double[] {4, 4}, new double[2])));

    assertThat(found.accuracy()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PairwiseAccuracy.of(List.of(new ScoredGroup(new double[1], new double[1]))))
        .withMessage("there are no two responses to compare");
  }
}

package palmares.scoring.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NonNegativeLeastSquaresTest {

  /// The foot of the perpendicular on x + 2 y = 5 is (1, 2); x >= 2 moves it to (2, 1.5).
  @Test
  void theNearestPointLiesOnTheConstraintsThatBind() {
    double[][] one = {{1, 2}, {1, 0}};

    assertThat(NonNegativeLeastSquares.nearestToOrigin(one, new double[] {5, -3}))
        .containsExactly(new double[] {1, 2}, within(1e-12));
    assertThat(NonNegativeLeastSquares.nearestToOrigin(one, new double[] {5, 2}))
        .containsExactly(new double[] {2, 1.5}, within(1e-12));
  }

  @Test
  void aConstraintSaidTwiceCountsOnce() {
    double[][] twice = {{1, 1}, {1, 1}, {2, 2}};

    assertThat(NonNegativeLeastSquares.nearestToOrigin(twice, new double[] {2, 2, 4}))
        .containsExactly(new double[] {1, 1}, within(1e-12));
  }

  @Test
  void constraintsThatExcludeEachOtherAreRefused() {
    double[][] opposite = {{1}, {-1}};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NonNegativeLeastSquares.nearestToOrigin(opposite, new double[] {1, 1}))
        .withMessage("no point fulfils all of the constraints");
  }
}

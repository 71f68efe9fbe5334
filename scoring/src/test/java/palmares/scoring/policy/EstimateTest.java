package palmares.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

  /// Two equal weights are two effective samples, however great they are: (2 w)^2 / (2 w^2).
  @Test
  void weightsWhoseSquaresOverflowHaveAnEffectiveSampleSize() {
    var estimate = Estimate.weighted(0, new double[] {1e160, 1e160});

    assertThat(estimate.effectiveSamples()).isCloseTo(2, within(1e-12));
    assertThat(estimate.notes()).first().asString().startsWith("effective sample size 2.0 of 2");
  }

  @Test
  void aWeightThatIsNotFiniteIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.weighted(0, new double[] {1, Double.POSITIVE_INFINITY}))
        .withMessage("a weight must be finite: Infinity");
  }
}

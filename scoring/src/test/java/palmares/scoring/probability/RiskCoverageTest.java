package palmares.scoring.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiskCoverageTest {

  /// By hand: right, right, wrong, right by falling confidence: risks 0, 0, 1/3, 1/4.
  @Test
  void isTheShareOfWrongAnswersAmongTheMostConfident() {
    var curve =
        RiskCoverage.of(new double[] {.2, .9, .4, .7}, new boolean[] {true, true, false, true});

    assertThat(curve.risks()).containsExactly(new double[] {0, 0, 1 / 3.0, 0.25}, within(1e-15));
    assertThat(curve.area()).isCloseTo(0.14583333333333334, within(1e-15));
    assertThat(curve.excess()).isCloseTo(0.14583333333333334 - 0.0625, within(1e-15));
    assertThat(curve.accuracyAt(0.5)).isEqualTo(1);
    assertThat(curve.accuracyAt(1)).isEqualTo(0.75);
  }

  /// By hand: the two of confidence 0.7 are half wrong each: 0, 1/4, 1/3, 1/4, 2/5.
  @Test
  void equalConfidencesAreMixedWhateverTheirOrder() {
    double[] confidence = {.9, .7, .7, .4, .2};

    var one = RiskCoverage.of(confidence, new boolean[] {true, false, true, true, false});
    var other = RiskCoverage.of(confidence, new boolean[] {true, true, false, true, false});

    assertThat(one.risks())
        .containsExactly(new double[] {0, 0.25, 1 / 3.0, 0.25, 0.4}, within(1e-15));
    assertThat(other.risks()).containsExactly(one.risks());
  }

  @Test
  void confidenceThatTellsRightFromWrongHasNoExcess() {
    var curve = RiskCoverage.of(new double[] {3, 2, 1}, new boolean[] {true, true, false});

    assertThat(curve.excess()).isZero();
    assertThat(curve.area()).isCloseTo(1 / 9.0, within(1e-15));
  }

  @Test
  void whatIsNoConfidenceOrCoverageIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskCoverage.of(new double[] {Double.NaN}, new boolean[] {true}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskCoverage.of(new double[0], new boolean[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskCoverage.of(new double[] {1}, new boolean[] {true}).accuracyAt(0));
  }
}

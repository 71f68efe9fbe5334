package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  /// The four hypotheses of the example in Wikipedia's "Holm-Bonferroni method", of which the first
  /// and the last are rejected at 0.05.
  @Test
  void theSmallestIsRaisedMost() {
    var adjusted = Holm.adjusted(0.01, 0.04, 0.03, 0.005);

    assertThat(adjusted).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
  }

  @Test
  void noProbabilityGoesBeyondOneAndOneTestStaysAsItIs() {
    assertThat(Holm.adjusted(0.9, 0.8, 1)).containsExactly(1, 1, 1);
    assertThat(Holm.adjusted(0.2)).containsExactly(0.2);
    assertThat(Holm.adjusted()).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> Holm.adjusted(0.1, Double.NaN)).hasMessage("p must be in 0..1: NaN");
  }
}

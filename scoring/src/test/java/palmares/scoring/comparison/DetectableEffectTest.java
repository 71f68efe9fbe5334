package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DetectableEffectTest {

  /// scipy 1.17: `(t.ppf(.975, 7) + t.ppf(.8, 7)) * std(ddof=1) / sqrt(8)`. By the exact noncentral
  /// distribution (`nct`) a test finds this difference in 79.8 % of cases.
  @Test
  void equalsTheQuantilesTimesTheStandardError() {
    double[] differences = {.5, 0, 1, -.5, .5, .5, .5, 0};

    assertThat(DetectableEffect.of(differences, 0.95)).isCloseTo(0.5280616508698008, within(1e-12));
  }

  @Test
  void whatDoesNotVaryHasNone() {
    assertThat(DetectableEffect.of(new double[] {0.1, 0.1, 0.1}, 0.95)).isNull();
    assertThat(DetectableEffect.of(new double[] {1}, 0.95)).isNull();
  }
}

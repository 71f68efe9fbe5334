package palmares.scoring.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BalanceScoreTest {

  /// The four cases of the paper's definition, by numpy 2.4: mean of 0.1, -0.8, 0.3, 0.5, -0.9,
  /// -0.6.
  @Test
  void equalsTheFourCasesOfItsDefinition() {
    var forecasts =
        new Forecasts(new double[] {.9, .8, .3, .5, .1, .6}, new int[] {1, 0, 0, 1, 1, 0});

    assertThat(BalanceScore.of(forecasts)).isCloseTo(-1.4 / 6, within(1e-15));
  }

  @Test
  void whatComesAsOftenAsItWasSaidIsBalanced() {
    var stated = new double[10];
    Arrays.fill(stated, 0.8);
    var came = new int[] {1, 1, 1, 1, 1, 1, 1, 1, 0, 0};

    assertThat(BalanceScore.of(new Forecasts(stated, came))).isCloseTo(0, within(1e-15));
  }
}

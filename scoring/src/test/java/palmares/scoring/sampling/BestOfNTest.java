package palmares.scoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestOfNTest {

  private static final double[] SCORES = {.9, .5, .5, .1, .7};
  private static final double[] WORTH = {0, 1, 0, 1, 1};

  /// Mean over all ways to draw, by Python's itertools.combinations.
  @ParameterizedTest
  @CsvSource({"1, 0.6", "2, 0.45", "3, 0.35", "5, 0"})
  void equalsTheMeanOverAllWaysToDraw(int n, double expected) {
    assertThat(BestOfN.of(SCORES, WORTH, n)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void withTheWorthForAScoreItIsPassAtN() {
    double[] right = {1, 0, 0, 1, 0, 0, 0, 1, 0, 0};

    for (var n = 1; n <= 10; n++) {
      assertThat(BestOfN.of(right, right, n)).isCloseTo(PassAtK.of(10, 3, n), within(1e-12));
    }
  }

  /// Closed form of many draws: three of a coin that falls so with 0.6, 1 - 0.4^3.
  @Test
  void sharpensTowardsWhateverHasTheGreatestScore() {
    var likely = new double[10_000];
    var other = new double[10_000];
    for (var k = 0; k < 10_000; k++) {
      likely[k] = k < 6_000 ? 1 : 0;
      other[k] = 1 - likely[k];
    }

    assertThat(BestOfN.of(likely, likely, 3)).isCloseTo(0.936, within(1e-4));
    assertThat(BestOfN.of(likely, other, 3)).isCloseTo(0.064, within(1e-4));
  }

  @Test
  void moreThanThereAreCannotBeDrawn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BestOfN.of(SCORES, WORTH, 6))
        .withMessage("N must be from 1 to the 5 samples: 6");
    assertThatIllegalArgumentException().isThrownBy(() -> BestOfN.of(SCORES, new double[4], 1));
  }
}

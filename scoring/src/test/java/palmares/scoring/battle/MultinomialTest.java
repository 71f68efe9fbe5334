package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultinomialTest {

  private static final int DRAWS = 20_000;

  /// Mean n p, variance n p (1 - p) and covariance -n p q, each within five standard errors.
  @ParameterizedTest
  @CsvSource({"4 1 2", "400 100 200 1", "90000 1 30000 2 30000"})
  void countsHaveTheMomentsOfTheMultinomialDistribution(String multiplicities) {
    var units = Arrays.stream(multiplicities.split(" ")).mapToInt(Integer::parseInt).toArray();
    var total = Arrays.stream(units).sum();
    var times = new double[units.length][DRAWS];

    new Multinomial(units).draw(times, new SplitMix(3, 0));

    for (var draw = 0; draw < DRAWS; draw++) {
      var sum = 0.0;
      for (var own : times) {
        sum += own[draw];
      }
      assertThat(sum).isEqualTo(total);
    }
    for (var i = 0; i < units.length; i++) {
      var mean = units[i];
      var variance = mean * (1 - (double) mean / total);
      var fourth = 3 * variance * variance + variance;
      assertThat(Arrays.stream(times[i]).average().orElseThrow())
          .isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
      assertThat(product(times[i], times[i], mean, mean))
          .isCloseTo(variance, within(5 * Math.sqrt((fourth - variance * variance) / DRAWS)));
      var next = (i + 1) % units.length;
      var covariance = -(double) units[i] * units[next] / total;
      var size = variance * units[next] * (1 - (double) units[next] / total);
      assertThat(product(times[i], times[next], mean, units[next]))
          .isCloseTo(
              covariance,
              within(5 * Math.sqrt((size + covariance * covariance + variance) / DRAWS)));
    }
  }

  private static double product(double[] one, double[] other, double mean, double otherMean) {
    var sum = 0.0;
    for (var k = 0; k < one.length; k++) {
      sum += (one[k] - mean) * (other[k] - otherMean);
    }
    return sum / one.length;
  }
}

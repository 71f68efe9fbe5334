package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileTest {

  /// Expected: scipy.stats.norm.ppf(p), scipy 1.17.
  @ParameterizedTest
  @CsvSource({
    "0.975, 1.959963984540054",
    "0.5, 0",
    "0.6, 0.2533471031357997",
    "0.02, -2.053748910631823",
    "0.999, 3.090232306167813",
    "1e-08, -5.612001244174789",
    "1e-200, -30.20559417957964",
    "0.0751, -1.43882539275254"
  })
  void equalsTheNormalQuantile(double probability, double expected) {
    assertThat(Quantile.normal(probability))
        .isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected)) * 4));
  }

  /// Expected: scipy.stats.t.ppf(0.5 + level / 2, observations - 1), scipy 1.17.
  @ParameterizedTest
  @CsvSource({
    "0.95, 2, 12.70620473617",
    "0.95, 3, 4.302652729749",
    "0.95, 4, 3.182446305284",
    "0.95, 13, 2.178812829667",
    "0.95, 60, 2.000995378088",
    "0.95, 200, 1.971956544252",
    "0.95, 201, 1.971896223634",
    "0.95, 202, 1.97183650678",
    "0.95, 1001, 1.962339080826",
    "0.95, 8931, 1.960229671811",
    "0.999, 60, 3.463210304952",
    "0.999, 250, 3.330026913264",
    "0.5, 30, 0.6830438608216",
    "0.5, 500, 0.6749817225477"
  })
  void equalsTheStudentQuantile(double level, int observations, double expected) {
    assertThat(Quantile.reach(level, observations)).isCloseTo(expected, within(1e-9 * expected));
  }
}

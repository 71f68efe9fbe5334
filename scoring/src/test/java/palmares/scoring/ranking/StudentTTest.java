package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  @ParameterizedTest
  @CsvSource({
    // scipy.stats.t.ppf(0.5 + level / 2, df)
    "0.95, 1, 12.706204736174694",
    "0.95, 2, 4.302652729749462",
    "0.95, 3, 3.1824463052837078",
    "0.95, 10, 2.228138851986274",
    "0.95, 59, 2.000995378088267",
    "0.95, 1023, 1.962285619647268",
    "0.90, 5, 2.0150483733330233",
    "0.99, 4, 4.604094871349992",
  })
  void criticalValuesAreThoseOfTheTables(double level, int df, double expected) {
    assertThat(StudentT.critical(level, df)).isCloseTo(expected, withPercentage(1e-9));
  }
}

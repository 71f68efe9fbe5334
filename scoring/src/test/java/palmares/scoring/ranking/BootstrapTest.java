package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void theIntervalIsTheMiddleOfTheValues() {
    var interval = new Bootstrap(100, 1, 0.95).interval(new double[] {10, 1, 3, 2, 4});

    // numpy.quantile([1, 2, 3, 4, 10], [0.025, 0.975])
    assertThat(interval)
        .hasValueSatisfying(found -> {
          assertThat(found.low()).isCloseTo(1.1, within(1e-12));
          assertThat(found.high()).isCloseTo(9.4, within(1e-12));
        });
  }

  @Test
  void valuesThatDifferByRoundingAloneHaveNoInterval() {
    assertThat(new Bootstrap(100, 1, 0.95).interval(new double[] {0.3, 0.1 + 0.2, 0.3})).isEmpty();
  }

  @Test
  void theSameSeedDrawsTheSameExamplesForEveryRow() {
    double[] row = {1, 2, 5, 9, 4};

    var values = new Bootstrap(200, 7, 0.95).values(List.of(row, row), Aggregate.MEAN);

    assertThat(values[0]).isEqualTo(values[1]);
    assertThat(new Bootstrap(200, 7, 0.95).values(List.of(row), Aggregate.MEAN)[0])
        .isEqualTo(values[0]);
    assertThat(new Bootstrap(200, 8, 0.95).values(List.of(row), Aggregate.MEAN)[0])
        .isNotEqualTo(values[0]);
  }

  @Test
  void theMeansOfOneRowAreThoseOfTheSameDraws() {
    double[] row = {1, 2, 5, 9, 4}; // whole numbers, whose sums are the same in any order
    var bootstrap = new Bootstrap(200, 7, 0.95);

    assertThat(bootstrap.means(row)).isEqualTo(bootstrap.values(List.of(row), Aggregate.MEAN)[0]);
  }

  @Test
  void theIntervalOfAMeanCoversAsOftenAsItSays() {
    var random = new Random(20260101);
    var covered = 0;
    for (var trial = 0; trial < 1000; trial++) {
      var values = random.ints(60, 1, 11).asDoubleStream().toArray(); // true mean 5.5
      var bootstrap = new Bootstrap(400, trial, 0.95);
      var interval =
          bootstrap.interval(bootstrap.values(List.of(values), Aggregate.MEAN)[0]).orElseThrow();
      covered += interval.low() <= 5.5 && 5.5 <= interval.high() ? 1 : 0;
    }

    // three standard deviations of a binomial(1000, 0.95) are 21; a percentile interval of 60
    // examples is known to be about one point too narrow
    assertThat(covered).isBetween(950 - 10 - 21, 950 + 21);
  }
}

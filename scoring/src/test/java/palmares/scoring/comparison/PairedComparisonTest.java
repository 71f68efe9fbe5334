package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

  private static final ComparisonSettings DEFAULT = ComparisonSettings.DEFAULT;

  @Test
  void swappingTheSystemsMirrorsEverything() {
    var random = new Random(2);
    var left = random.doubles(50).toArray();
    var right = random.doubles(50).toArray();

    var one = PairedComparison.of(left, right, DEFAULT);
    var other = PairedComparison.of(right, left, DEFAULT);

    assertThat(other.difference()).isCloseTo(-one.difference(), within(1e-15));
    assertThat(other.leftMean()).isEqualTo(one.rightMean());
    assertThat(other.interval().low()).isCloseTo(-one.interval().high(), within(1e-14));
    assertThat(other.interval().high()).isCloseTo(-one.interval().low(), within(1e-14));
    assertThat(other.signs().better()).isEqualTo(one.signs().worse());
    assertThat(other.permutation().p()).isEqualTo(one.permutation().p());
  }

  @Test
  void whatTheSystemsShareDoesNotWidenTheInterval() {
    var random = new Random(9);
    var hard = random.doubles(200, 0, 100).toArray();
    var left = new double[200];
    for (var i = 0; i < left.length; i++) {
      left[i] = hard[i] + 1 + random.nextGaussian() / 10;
    }

    var found = PairedComparison.of(left, hard, DEFAULT);

    // The standard error of the difference is 0.1 / sqrt(200) = 0.007, that of each mean 2.
    assertThat(found.interval().low()).isGreaterThan(0.95);
    assertThat(found.interval().high()).isLessThan(1.05);
  }

  /// The mean of n differences that are 1 or 0 is binomial over n: the quantiles at 0.025 and 0.975
  /// of Binomial(100, 0.3) are 21 and 39 (R: qbinom).
  @Test
  void theIntervalIsThatOfResampledExamples() {
    var left = new double[100];
    java.util.Arrays.fill(left, 0, 30, 1);

    var found =
        PairedComparison.of(left, new double[100], new ComparisonSettings(20_000, 99, 1, 0.95));

    assertThat(found.difference()).isCloseTo(0.3, within(1e-15));
    assertThat(found.interval().low()).isCloseTo(0.21, within(1e-12));
    assertThat(found.interval().high()).isCloseTo(0.39, within(1e-12));
    assertThat(found.mcnemar()).isEqualTo(new McNemar(0, 30, 0, 70, found.signs().p()));
  }

  @Test
  void identicalSystemsDifferByNothingAndHaveNoInterval() {
    double[] scores = {0.1, 0.7, 0.7};

    var found = PairedComparison.of(scores, scores, DEFAULT);

    assertThat(found.difference()).isZero();
    assertThat(found.interval()).isNull();
    assertThat(found.permutation().p()).isEqualTo(1);
    assertThat(found.signs()).isEqualTo(new SignTest(0, 0, 3, 1));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThatThrownBy(() -> PairedComparison.of(new double[0], new double[0], DEFAULT))
        .hasMessage("a comparison needs at least one example");
    assertThatThrownBy(() ->
            PairedComparison.of(
                new double[] {1, 2}, new double[] {1, Double.POSITIVE_INFINITY}, DEFAULT))
        .hasMessage("scores of example 1 must be finite: 2.0 and Infinity");
    assertThatThrownBy(() -> new ComparisonSettings(99, 9_999, 1, 0.95))
        .hasMessage("rounds must be 100 or more: 99");
    assertThatThrownBy(() -> new ComparisonSettings(100, 9, 1, 0.95))
        .hasMessage("draws must be 99 or more: 9");
    assertThatThrownBy(() -> new ComparisonSettings(100, 99, 1, 1))
        .hasMessage("level must be in (0, 1): 1.0");
  }
}

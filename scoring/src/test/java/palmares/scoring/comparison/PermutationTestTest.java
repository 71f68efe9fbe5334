package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

  /// Darwin's crossed and self-fertilised maize, in eighths of an inch. Fisher 1935, The Design of
  /// Experiments, 21: 863 of the 32,768 ways reach 314 on the one side, twice that on both.
  private static final double[] DARWIN = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  @Test
  void fishersCountOfDarwinsMaizeIsMet() {
    var test = PermutationTest.of(DARWIN, 9_999, 1);

    assertThat(test.isExact()).isTrue();
    assertThat(test.p()).isEqualTo(2 * 863 / 32_768.0);
  }

  /// scipy 1.17.1: stats.permutation_test(..., permutation_type='samples', n_resamples=inf)
  @Test
  void fractionsThatAreEqualButForRoundingCountAsEqual() {
    double[] left = {0.5, 0.25, 0, 1, 0.75, 0.1, 0.9, 0.3};
    double[] right = {0.25, 0.25, 0.5, 0.5, 0.5, 0.2, 0.4, 0.1};

    assertThat(PermutationTest.of(Differences.of(left, right), 9_999, 1).p()).isEqualTo(0.3125);
  }

  @Test
  void differencesOfOneSizeAreCountedHoweverMany() {
    var differences = DoubleStream.generate(() -> 1).limit(236).toArray();
    for (var i = 0; i < 86; i++) {
      differences[i] = -1;
    }

    var test = PermutationTest.of(differences, 99, 1);

    assertThat(test.isExact()).isTrue();
    // scipy 1.17.1: stats.binomtest(86, 236).pvalue
    assertThat(test.p()).isCloseTo(3.7159361395713866e-05, within(1e-16));
  }

  @Test
  void drawingComesCloseToCounting() {
    var random = new Random(3);
    var many = random.doubles(PermutationTest.EXACT_UP_TO, -0.7, 1).toArray();
    // One more that changes no sum enough to matter puts the same differences beyond counting.
    var more = DoubleStream.concat(DoubleStream.of(many), DoubleStream.of(1e-15)).toArray();

    var counted = PermutationTest.of(many, 99, 1);
    var drawn = PermutationTest.of(more, 99_999, 1);

    assertThat(counted.isExact()).isTrue();
    assertThat(drawn.isExact()).isFalse();
    // four standard deviations of a share of 99,999 draws: 4 sqrt(p (1 - p) / m) < 0.0064
    assertThat(drawn.p()).isCloseTo(counted.p(), within(0.0064));
  }

  @Test
  void aDrawnProbabilityIsNeverZero() {
    var apart = new Random(1).doubles(300, 1, 2).toArray();

    var test = PermutationTest.of(apart, 999, 1);

    assertThat(test.p()).isEqualTo(1 / 1000.0);
    assertThat(test.draws()).isEqualTo(999);
  }

  @Test
  void theSameSeedGivesTheSameProbability() {
    var differences = new Random(5).doubles(80, -0.9, 1).toArray();

    assertThat(PermutationTest.of(differences, 999, 7))
        .isEqualTo(PermutationTest.of(differences, 999, 7));
  }

  @Test
  void whereNothingDiffersNothingIsRare() {
    assertThat(PermutationTest.of(new double[40], 99, 1)).isEqualTo(new PermutationTest(1, 0));
    assertThatThrownBy(() -> PermutationTest.of(DARWIN, 0, 1))
        .hasMessage("draws must be 1 or more: 0");
  }
}

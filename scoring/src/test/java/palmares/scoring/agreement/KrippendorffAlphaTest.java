package palmares.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.Verdict;
import palmares.scoring.agreement.KrippendorffAlpha.Level;
import palmares.scoring.ranking.ReferenceData;

class KrippendorffAlphaTest {

  /// Krippendorff (2011), part C: four observers, twelve units, gaps. Published to three digits.
  private static final List<double[]> OBSERVED =
      List.of(
          new double[] {1, 1, 1},
          new double[] {2, 2, 3, 2},
          new double[] {3, 3, 3, 3},
          new double[] {3, 3, 3, 3},
          new double[] {2, 2, 2, 2},
          new double[] {1, 2, 3, 4},
          new double[] {4, 4, 4, 4},
          new double[] {1, 1, 2, 1},
          new double[] {2, 2, 2, 2},
          new double[] {5, 5, 5},
          new double[] {1, 1},
          new double[] {3});

  @ParameterizedTest
  @CsvSource({"NOMINAL, 0.743", "ORDINAL, 0.815", "INTERVAL, 0.849", "RATIO, 0.797"})
  void equalsThePublishedExampleOnEveryLevel(Level level, double expected) {
    assertThat(KrippendorffAlpha.of(OBSERVED, level).alpha().orElseThrow())
        .isCloseTo(expected, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({"NOMINAL, alpha_nominal", "ORDINAL, alpha_ordinal", "INTERVAL, alpha_interval"})
  void equalsTheConsistencyOfRepeatedScores(Level level, String name) {
    var units =
        ReferenceData.csv("prometheus_gpt4_scores/mt_bench_eval.csv").stream()
            .map(row ->
                Stream.of("s1", "s2", "s3")
                    .mapToDouble(run -> Double.parseDouble(row.get(run)))
                    .toArray())
            .toList();

    var alpha = KrippendorffAlpha.of(units, level).alpha().orElseThrow();

    var expected = ReferenceData.number("prometheus_gpt4_scores/expected_mt_bench_eval.json", name);
    Verdict.one("prometheus_gpt4_scores", "Krippendorff alpha", 1e-9, alpha, expected);
  }

  @Test
  void theBootstrapIsSeededAndHoldsAlpha() {
    var alpha = KrippendorffAlpha.of(OBSERVED, Level.ORDINAL);

    var interval = alpha.bootstrap(1000, 1, 0.95).orElseThrow();

    assertThat(alpha.bootstrap(1000, 1, 0.95)).contains(interval);
    assertThat(alpha.alpha().orElseThrow()).isBetween(interval.low(), interval.high());
    assertThat(alpha.units()).isEqualTo(11);
  }

  @Test
  void anotherUnitAndScaleChangesNothingOnAnIntervalScale() {
    var moved =
        OBSERVED.stream()
            .map(unit -> DoubleStream.of(unit).map(value -> 32 + 1.8 * value).toArray())
            .toList();

    assertThat(KrippendorffAlpha.of(moved, Level.INTERVAL).alpha().orElseThrow())
        .isCloseTo(
            KrippendorffAlpha.of(OBSERVED, Level.INTERVAL).alpha().orElseThrow(), within(1e-9));
  }

  @Test
  void theOrderOfUnitsAndValuesChangesNothing() {
    var turned = new ArrayList<double[]>();
    for (var unit : OBSERVED.reversed()) {
      var copy = unit.clone();
      for (var k = 0; k < unit.length; k++) {
        copy[k] = unit[unit.length - 1 - k];
      }
      turned.add(copy);
    }

    assertThat(KrippendorffAlpha.of(turned, Level.ORDINAL).alpha().orElseThrow())
        .isCloseTo(
            KrippendorffAlpha.of(OBSERVED, Level.ORDINAL).alpha().orElseThrow(), within(1e-12));
  }

  @Test
  void valuesThatNeverDifferHaveNoAlpha() {
    var alpha = KrippendorffAlpha.of(List.of(new double[] {2, 2}), Level.NOMINAL);

    assertThat(alpha.alpha()).isEmpty();
    assertThat(alpha.bootstrap(100, 1, 0.95)).isEmpty();
  }

  @Test
  void aNegativeRatioIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KrippendorffAlpha.of(List.of(new double[] {-1, 2}), Level.RATIO))
        .withMessageContaining("-1.0");
  }
}

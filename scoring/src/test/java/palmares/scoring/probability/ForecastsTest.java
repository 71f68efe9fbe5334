package palmares.scoring.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.ReferenceData;

class ForecastsTest {

  /// 500 forecasts; expected values by numpy, in small_formulas/expected.json.
  @Test
  void equalsNumpyOnFiveHundredForecasts() {
    var rows = ReferenceData.csv("small_formulas/calibration.csv");
    var forecasts =
        new Forecasts(
            rows.stream().mapToDouble(row -> Double.parseDouble(row.get("p"))).toArray(),
            rows.stream().mapToInt(row -> Integer.parseInt(row.get("y"))).toArray());

    Verdict.one(
        "small_formulas",
        "ECE, equal width",
        1e-12,
        Calibration.ofEqualWidth(forecasts, 10).expected(),
        expected("ece_equal_width_10"));
    Verdict.one(
        "small_formulas",
        "ECE, equal mass",
        1e-12,
        Calibration.ofEqualMass(forecasts, 10).expected(),
        expected("ece_equal_mass_10"));
    Verdict.one("small_formulas", "Brier", 1e-12, ProperScores.brier(forecasts), expected("brier"));
    Verdict.one(
        "small_formulas",
        "log loss",
        1e-12,
        ProperScores.logLoss(forecasts).orElseThrow(),
        expected("logloss"));
    // numpy: mean over all pairs of (a > c) + (a == c) / 2
    assertThat(Auroc.of(forecasts).orElseThrow()).isCloseTo(0.8362305055838896, within(1e-12));
  }

  @Test
  void theMeanOfAnyBinIsItsMost() {
    var calibration =
        Calibration.ofEqualWidth(
            new Forecasts(new double[] {0.9, 0.9, 0.1, 1}, new int[] {0, 1, 0, 1}), 10);

    // bins: {0.1} off by 0.1, {0.9, 0.9, 1} off by 0.8 / 3
    assertThat(calibration.most()).isCloseTo(0.8 / 3, within(1e-12));
    assertThat(calibration.expected()).isCloseTo((0.1 + 0.8) / 4, within(1e-12));
  }

  /// Half of four came true, as was stated: no matter which two, nothing is off.
  @Test
  void theOrderOfEqualProbabilitiesChangesNoBin() {
    var stated = new double[] {0.5, 0.5, 0.5, 0.5};

    for (var came : new int[][] {{1, 1, 0, 0}, {1, 0, 1, 0}}) {
      assertThat(Calibration.ofEqualMass(new Forecasts(stated, came), 2))
          .isEqualTo(new Calibration(0, 0));
    }
  }

  @Test
  void aTieCountsHalfInTheAreaAndARisingCurveChangesNothing() {
    var forecasts = new Forecasts(new double[] {0.2, 0.5, 0.5, 0.8}, new int[] {0, 1, 0, 1});
    var squared = new Forecasts(new double[] {0.04, 0.25, 0.25, 0.64}, new int[] {0, 1, 0, 1});

    // pairs (0.5, 0.2) 1, (0.5, 0.5) 0.5, (0.8, 0.2) 1, (0.8, 0.5) 1
    assertThat(Auroc.of(forecasts)).hasValue(3.5 / 4);
    assertThat(Auroc.of(squared)).isEqualTo(Auroc.of(forecasts));
  }

  @Test
  void whatOneBelievesIsTheBestToState() {
    var random = new Random(5);
    var came = random.doubles(5_000).mapToInt(draw -> draw < 0.3 ? 1 : 0).toArray();

    assertThat(brier(0.3, came)).isLessThan(brier(0.2, came)).isLessThan(brier(0.4, came));
  }

  @Test
  void whatCannotBeComputedIsEmpty() {
    var allCame = new Forecasts(new double[] {0.5, 0}, new int[] {1, 1});

    assertThat(Auroc.of(allCame)).isEmpty();
    assertThat(ProperScores.logLoss(allCame)).isEmpty();
  }

  @Test
  void noProbabilityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Forecasts(new double[] {1.2}, new int[] {1}))
        .withMessage("a probability must be from 0 to 1: 1.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Forecasts(new double[0], new int[0]))
        .withMessageContaining("one probability or more is needed");
  }

  private static double brier(double stated, int[] came) {
    var all = new double[came.length];
    Arrays.fill(all, stated);
    return ProperScores.brier(new Forecasts(all, came));
  }

  private static double expected(String name) {
    return ReferenceData.number("small_formulas/expected.json", name);
  }
}

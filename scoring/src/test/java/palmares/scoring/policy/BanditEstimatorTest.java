package palmares.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.policy.BanditEstimator.DM;
import static palmares.scoring.policy.BanditEstimator.DR;
import static palmares.scoring.policy.BanditEstimator.DROS;
import static palmares.scoring.policy.BanditEstimator.IPW;
import static palmares.scoring.policy.BanditEstimator.SNDR;
import static palmares.scoring.policy.BanditEstimator.SNIPW;
import static palmares.scoring.policy.BanditEstimator.SWITCH_DR;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.Verdict;
import palmares.scoring.policy.Round.Model;
import palmares.scoring.ranking.ReferenceData;

class BanditEstimatorTest {

  private static final double NO_BOUND = Double.POSITIVE_INFINITY;

  /// Weights 2, 0.5 and 8; surprises 0.5, -0.5 and 1; the model expects 0.5, 0.25 and 0.75.
  private static final List<Round> THREE =
      List.of(
          new Round(1, 0.25, 0.5, new Model(0.5, 0.5)),
          new Round(0, 0.5, 0.25, new Model(0.5, 0.25)),
          new Round(2, 0.125, 1, new Model(1, 0.75)));

  /// 10,000 rounds of the Open Bandit Dataset, logged by Thompson sampling; the policy is uniform
  /// over 46 items.
  @Test
  void equalsTheValueOfTheUniformPolicyFromRealLogs() {
    var rounds =
        ReferenceData.csv("obd/bts_women.csv").stream()
            .map(row ->
                new Round(
                    Double.parseDouble(row.get("click")),
                    Double.parseDouble(row.get("propensity_score")),
                    1.0 / 46))
            .toList();

    var ipw = IPW.of(rounds, NO_BOUND);

    try (var verdict = Verdict.on("obd", "IPW, SNIPW, effective samples", 1e-9)) {
      verdict.compare("ipw", ipw.value(), expected("ipw_uniform_from_bts"));
      verdict.compare("ipw, 100", IPW.of(rounds, 100).value(), expected("ipw_clip100"));
      var snipw = SNIPW.of(rounds, NO_BOUND);
      verdict.compare("snipw", snipw.value(), expected("snipw_uniform_from_bts"));
      verdict.compare("ess", ipw.effectiveSamples(), expected("ess"));
    }
    assertThat(ipw.notes())
        .containsExactly("effective sample size 2.1 of 10000: a few samples decide the estimate");
  }

  /// By hand from the formulas of obp: mean of V = 0.5, sum of w = 10.5, sum of w (r - Q) = 8.75.
  @ParameterizedTest
  @CsvSource({
    "IPW,       18,   3",
    "SNIPW,     18,   10.5",
    "DR,        8.75, 3",
    "SNDR,      8.75, 10.5",
    "SWITCH_DR, 8.75, 3",
    "DROS,      8.75, 3"
  })
  void equalsTheFormulaByHand(BanditEstimator estimator, double sum, double divisor) {
    var expected = (estimator.needsModel() ? 0.5 : 0) + sum / divisor;

    assertThat(estimator.of(THREE, NO_BOUND).value()).isCloseTo(expected, within(1e-12));
  }

  /// At 2: cut off, the weights are 2, 0.5, 2; switched, 2, 0.5, 0; shrunk, 4/6, 1/2.25, 16/66.
  @Test
  void aBoundTamesTheWeightsInThreeWays() {
    assertThat(IPW.of(THREE, 2).value()).isCloseTo((2 + 0 + 4) / 3.0, within(1e-12));
    assertThat(SWITCH_DR.of(THREE, 2).value()).isCloseTo(0.5 + (1 - 0.25) / 3, within(1e-12));
    assertThat(DROS.of(THREE, 2).value())
        .isCloseTo(0.5 + (4 / 6.0 * 0.5 - 1 / 2.25 * 0.5 + 16 / 66.0) / 3, within(1e-12));
  }

  @Test
  void aBoundOfZeroLeavesTheModelAlone() {
    var model = DM.of(THREE, NO_BOUND).value();

    assertThat(model).isEqualTo(0.5);
    assertThat(SWITCH_DR.of(THREE, 0).value()).isEqualTo(model);
    assertThat(DROS.of(THREE, 0).value()).isEqualTo(model);
    assertThat(DR.of(THREE, 0).value()).isEqualTo(model);
  }

  @Test
  void thePolicyThatLoggedIsWorthWhatItEarned() {
    var rounds = List.of(new Round(1, 0.2, 0.2), new Round(0, 0.7, 0.7), new Round(2, 0.1, 0.1));

    assertThat(IPW.of(rounds, NO_BOUND).value()).isCloseTo(1, within(1e-12));
    assertThat(SNIPW.of(rounds, NO_BOUND).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void roundsThatCannotBeWeightedAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Round(1, 0, 0.5))
        .withMessageContaining("greater than 0 and at most 1: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Model(Double.NaN, 1))
        .withMessageContaining("must be finite: NaN and 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SNIPW.of(List.of(new Round(1, 0.5, 0)), NO_BOUND))
        .withMessageContaining("all weights are 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IPW.of(List.of(), NO_BOUND))
        .withMessage("there is no round");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SNDR.of(List.of(new Round(1, 0.5, 0.5)), NO_BOUND))
        .withMessageContaining("what a model says");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IPW.of(THREE, -1))
        .withMessage("lambda must be 0 or more: -1.0");
  }

  private static double expected(String name) {
    return ReferenceData.number("obd/expected_ope.json", name);
  }
}

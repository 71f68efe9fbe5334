package palmares.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.policy.ImportanceWeighting.Round;
import palmares.scoring.ranking.ReferenceData;

class ImportanceWeightingTest {

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

    var ipw = ImportanceWeighting.ipw(rounds);
    var snipw = ImportanceWeighting.snipw(rounds);

    assertThat(ipw.value()).isCloseTo(expected("ipw_uniform_from_bts"), within(1e-12));
    assertThat(snipw.value()).isCloseTo(expected("snipw_uniform_from_bts"), within(1e-12));
    assertThat(ipw.effectiveSamples()).isCloseTo(expected("ess"), within(1e-9));
    assertThat(ipw.notes())
        .containsExactly("effective sample size 2.1 of 10000: a few samples decide the estimate");
  }

  @Test
  void thePolicyThatLoggedIsWorthWhatItEarned() {
    var rounds = List.of(new Round(1, 0.2, 0.2), new Round(0, 0.7, 0.7), new Round(2, 0.1, 0.1));

    assertThat(ImportanceWeighting.ipw(rounds).value()).isCloseTo(1, within(1e-12));
    assertThat(ImportanceWeighting.snipw(rounds).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void roundsThatCannotBeWeightedAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Round(1, 0, 0.5))
        .withMessageContaining("greater than 0 and at most 1: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportanceWeighting.snipw(List.of(new Round(1, 0.5, 0))))
        .withMessageContaining("all weights are 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportanceWeighting.ipw(List.of()))
        .withMessage("there is no round");
  }

  private static double expected(String name) {
    return ReferenceData.number("obd/expected_ope.json", name);
  }
}

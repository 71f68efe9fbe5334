package palmares.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.policy.PolicySelection.Convention;
import palmares.scoring.policy.PolicySelection.Policies;
import palmares.scoring.ranking.ReferenceData;

class PolicySelectionTest {

  /// expected_topk.csv is what SCOPE-RL's own _obtain_topk_policy_performance gives, threshold 8.
  @Test
  void equalsScopeRlForEveryEstimatorAndK() {
    var baseline = ScopeRl.baseline();

    for (var row : ReferenceData.csv("scope_rl/expected_topk.csv")) {
      var selection =
          PolicySelection.of(
              ScopeRl.policies(row.get("estimator")),
              Integer.parseInt(row.get("k")),
              baseline,
              8,
              Convention.SCOPE_RL);

      assertThat(selection.kth()).isEqualTo(Double.parseDouble(row.get("k-th")));
      assertThat(selection.best()).isEqualTo(Double.parseDouble(row.get("best")));
      assertThat(selection.worst()).isEqualTo(Double.parseDouble(row.get("worst")));
      Verdict.one(
          "scope_rl", "mean@k", 1e-9, selection.mean(), Double.parseDouble(row.get("mean")));
      Verdict.one(
          "scope_rl",
          "violations@k",
          1e-9,
          selection.violations(),
          Double.parseDouble(row.get("safety_violation_rate")));
      if (row.get("std").isEmpty()) {
        assertThat(selection.deviation()).isEmpty();
        assertThat(selection.ratio()).isEmpty();
      } else {
        Verdict.one(
            "scope_rl",
            "std@k",
            1e-9,
            selection.deviation().orElseThrow(),
            Double.parseDouble(row.get("std")));
        Verdict.one(
            "scope_rl",
            "SharpeRatio@k, scope-rl",
            1e-9,
            selection.ratio().orElseThrow(),
            Double.parseDouble(row.get("sharpe_ratio")));
      }
    }
  }

  @Test
  void equalsThePapersRatioForEveryEstimatorAndK() {
    for (var estimator : ScopeRl.ESTIMATORS) {
      for (var k = 2; k <= 10; k++) {
        var selection =
            PolicySelection.of(
                ScopeRl.policies(estimator), k, ScopeRl.baseline(), 8, Convention.PAPER);

        Verdict.one(
            "scope_rl",
            "SharpeRatio@k, paper",
            1e-9,
            selection.ratio().orElseThrow(),
            ScopeRl.expected(estimator, "paper_sharpe", "" + k));
      }
    }
  }

  @Test
  void picksThatAreWorthTheSameHaveNoRatio() {
    var policies = new Policies(new double[] {2, 1}, new double[] {5, 5});

    var rounded = new Policies(new double[] {2, 1}, new double[] {0.3, 0.1 + 0.2});

    assertThat(PolicySelection.of(policies, 2, 1, 0, Convention.PAPER).ratio()).isEmpty();
    assertThat(PolicySelection.of(rounded, 2, 0, 0, Convention.PAPER).ratio()).isEmpty();
  }

  @Test
  void aTieOfEstimatesNeverPays() {
    var policies = new Policies(new double[] {1, 1}, new double[] {9, 4});

    assertThat(PolicySelection.of(policies, 1, 0, 0, Convention.PAPER).best()).isEqualTo(4);
  }

  @Test
  void moreThanThereAreCannotBeChosen() {
    var policies = new Policies(new double[] {2, 1}, new double[] {5, 5});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicySelection.of(policies, 3, 1, 0, Convention.PAPER))
        .withMessage("k must be from 1 to the 2 policies: 3");
  }
}

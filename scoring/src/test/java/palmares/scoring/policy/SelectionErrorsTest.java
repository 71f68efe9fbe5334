package palmares.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.policy.PolicySelection.Policies;

class SelectionErrorsTest {

  @Test
  void equalsScopeRlForEveryEstimator() {
    for (var estimator : ScopeRl.ESTIMATORS) {
      var policies = ScopeRl.policies(estimator);

      close(SelectionErrors.meanSquared(policies), estimator, "", "mse");
      close(SelectionErrors.rankCorrelation(policies).orElseThrow(), estimator, "", "rankcorr");
      close(SelectionErrors.typeOne(policies, 8).orElseThrow(), estimator, "", "type_i");
      close(SelectionErrors.typeTwo(policies, 8).orElseThrow(), estimator, "", "type_ii");
      for (var k : new int[] {1, 3, 5}) {
        close(SelectionErrors.regret(policies, k), estimator, "", "regret@" + k);
        close(SelectionErrors.ndcg(policies, k).orElseThrow(), estimator, "ndcg", "" + k);
      }
    }
  }

  @Test
  void aPerfectEstimateHasNoError() {
    var policies = new Policies(new double[] {3, 1, 2}, new double[] {3, 1, 2});

    assertThat(SelectionErrors.meanSquared(policies)).isZero();
    assertThat(SelectionErrors.regret(policies, 2)).isZero();
    assertThat(SelectionErrors.ndcg(policies, 2)).hasValue(1);
    assertThat(SelectionErrors.typeTwo(policies, 0)).isEmpty();
  }

  private static void close(double actual, String estimator, String group, String name) {
    Verdict.one(
        "scope_rl",
        "MSE, regret, nDCG, type I and II, rank",
        1e-9,
        actual,
        ScopeRl.expected(estimator, group, name));
  }
}

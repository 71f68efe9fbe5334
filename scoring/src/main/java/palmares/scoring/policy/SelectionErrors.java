package palmares.scoring.policy;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import palmares.scoring.agreement.Correlation;
import palmares.scoring.policy.PolicySelection.Policies;

/// How wrong the estimates of policies are, and what that costs.
///
/// Source: SCOPE-RL `ope/ops.py`; nDCG: K. Jarvelin and J. Kekalainen (2002), gains `max(true, 0)`.
public final class SelectionErrors {

  private SelectionErrors() {}

  /// The mean of the squared differences.
  public static double meanSquared(Policies policies) {
    return IntStream.range(0, policies.size())
        .mapToDouble(i -> Math.pow(policies.estimates()[i] - policies.truths()[i], 2))
        .average()
        .orElse(0);
  }

  /// Spearman's correlation of estimates and true values, empty where either is constant.
  public static OptionalDouble rankCorrelation(Policies policies) {
    var rho = Correlation.of(policies.estimates(), policies.truths()).spearman();
    return rho == null ? OptionalDouble.empty() : OptionalDouble.of(rho);
  }

  /// What the true best k are worth together, less what the estimated best k are.
  public static double regret(Policies policies, int k) {
    return sum(policies.byTruth(), k) - sum(policies.byEstimate(), k);
  }

  /// The share of the safe policies (true value at or above the threshold) that are judged unsafe;
  /// empty where none is safe.
  public static OptionalDouble typeOne(Policies policies, double threshold) {
    return misjudged(policies, threshold, true);
  }

  /// The share of the unsafe policies that are judged safe; empty where none is unsafe.
  public static OptionalDouble typeTwo(Policies policies, double threshold) {
    return misjudged(policies, threshold, false);
  }

  /// The discounted gains of the estimated best k over those of the true best k, empty where no
  /// policy is worth more than 0.
  public static OptionalDouble ndcg(Policies policies, int k) {
    var ideal = gain(policies.byTruth(), k);
    return ideal > 0
        ? OptionalDouble.of(gain(policies.byEstimate(), k) / ideal)
        : OptionalDouble.empty();
  }

  private static OptionalDouble misjudged(Policies policies, double threshold, boolean safe) {
    return IntStream.range(0, policies.size())
        .filter(i -> policies.truths()[i] >= threshold == safe)
        .mapToDouble(i -> policies.estimates()[i] >= threshold == safe ? 0 : 1)
        .average();
  }

  private static double gain(double[] values, int k) {
    return IntStream.range(0, Math.min(k, values.length))
        .mapToDouble(i -> Math.max(values[i], 0) * Math.log(2) / Math.log(i + 2))
        .sum();
  }

  private static double sum(double[] values, int k) {
    return Arrays.stream(values).limit(k).sum();
  }
}

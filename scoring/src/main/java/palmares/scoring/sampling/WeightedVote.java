package palmares.scoring.sampling;

import java.util.HashMap;
import java.util.List;

/// Whether the answer that gets the most votes is right, each sample voting for its own answer with
/// its weight; of several with equally many each counts its part.
///
/// With weights of 1 it is the majority (self-consistency, X. Wang et al. 2022), with scores of a
/// reward model or a verifier the weighted vote of Y. Li et al. (2022).
public final class WeightedVote {

  /// Sums of the same weights in another order differ by rounding.
  private static final double ROUNDING = 1e-12;

  private WeightedVote() {}

  /// @param answers of the samples, one or more
  /// @param weights 0 or more each
  /// @param right the answer that is
  /// @return from 0 to 1
  /// @throws IllegalArgumentException if there is no answer, they are not equally many or a weight
  ///   is negative or not finite
  public static double of(List<String> answers, double[] weights, String right) {
    if (answers.isEmpty() || answers.size() != weights.length) {
      throw new IllegalArgumentException(
          "one answer or more is needed, each with a weight: %d and %d"
              .formatted(answers.size(), weights.length));
    }
    var votes = new HashMap<String, Double>();
    for (var k = 0; k < weights.length; k++) {
      if (!(weights[k] >= 0) || Double.isInfinite(weights[k])) {
        throw new IllegalArgumentException("a weight must be 0 or more and finite: " + weights[k]);
      }
      votes.merge(answers.get(k), weights[k], Double::sum);
    }
    var most = votes.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    var bar = most - ROUNDING * most;
    var winners = votes.values().stream().filter(sum -> sum >= bar).count();
    return votes.getOrDefault(right, -1.0) >= bar ? 1.0 / winners : 0;
  }
}

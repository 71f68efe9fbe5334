package palmares.scoring.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What comes of acting on the k policies that an estimator puts first.
///
/// The ratio is `(best - baseline) / deviation` (H. Kiyohara et al. 2024): how much the best of the
/// k gains over what is there, for the risk of trying k of them.
///
/// @param kth what the policy in place k is worth
/// @param deviation empty for one policy under [Convention#SCOPE_RL]
/// @param violations the share of the k that are worth less than the threshold
/// @param ratio empty where the deviation is 0 or there is none
public record PolicySelection(
    int k,
    double kth,
    double best,
    double worst,
    double mean,
    OptionalDouble deviation,
    double violations,
    OptionalDouble ratio) {

  /// How the ratio is computed.
  public enum Convention {
    /// Deviation with `1 / k`; the excess may be negative.
    PAPER,
    /// Deviation with `1 / (k - 1)`; the excess is 0 at least.
    SCOPE_RL
  }

  /// What each policy is estimated to be and is worth.
  ///
  /// @throws IllegalArgumentException if they are not equally many, or one is not finite
  public record Policies(double[] estimates, double[] truths) {
    public Policies {
      if (estimates.length != truths.length) {
        throw new IllegalArgumentException(
            "each policy needs an estimate and a true value: %d and %d"
                .formatted(estimates.length, truths.length));
      }
      if (!Arrays.stream(estimates).allMatch(Double::isFinite)
          || !Arrays.stream(truths).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("estimates and true values must be finite");
      }
      estimates = estimates.clone();
      truths = truths.clone();
    }

    public int size() {
      return estimates.length;
    }

    /// The true values by falling estimate. Where estimates tie the worse policy comes first, so
    /// that a tie never pays.
    double[] byEstimate() {
      return IntStream.range(0, size())
          .boxed()
          .sorted(
              Comparator.<Integer>comparingDouble(i -> -estimates[i])
                  .thenComparingDouble(i -> truths[i]))
          .mapToDouble(i -> truths[i])
          .toArray();
    }

    /// The true values, the greatest first.
    double[] byTruth() {
      return Arrays.stream(truths).map(value -> -value).sorted().map(value -> -value).toArray();
    }
  }

  /// @throws IllegalArgumentException if k is not from 1 to the number of policies
  public static PolicySelection of(
      Policies policies, int k, double baseline, double threshold, Convention convention) {
    if (k < 1 || k > policies.size()) {
      throw new IllegalArgumentException(
          "k must be from 1 to the %d policies: %d".formatted(policies.size(), k));
    }
    var picks = Arrays.copyOf(policies.byEstimate(), k);
    var best = Arrays.stream(picks).max().orElseThrow();
    var mean = Arrays.stream(picks).average().orElseThrow();
    var squares = Arrays.stream(picks).map(value -> (value - mean) * (value - mean)).sum();
    var divisor = convention == Convention.PAPER ? k : k - 1;
    var deviation =
        divisor == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / divisor));
    var excess = convention == Convention.PAPER ? best - baseline : Math.max(best - baseline, 0);
    var isSpread = Arrays.stream(picks).anyMatch(value -> !same(value, best));
    return new PolicySelection(
        k,
        picks[k - 1],
        best,
        Arrays.stream(picks).min().orElseThrow(),
        mean,
        deviation,
        (double) Arrays.stream(picks).filter(value -> value < threshold).count() / k,
        isSpread && deviation.isPresent()
            ? OptionalDouble.of(excess / deviation.getAsDouble())
            : OptionalDouble.empty());
  }

  // Equal values summed in another order differ by their last bits.
  private static boolean same(double left, double right) {
    return Math.abs(left - right) <= 1e-12 * Math.max(Math.abs(left), Math.abs(right));
  }
}

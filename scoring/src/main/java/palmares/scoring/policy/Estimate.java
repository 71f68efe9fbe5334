package palmares.scoring.policy;

import java.util.Arrays;
import java.util.List;

/// What an estimator says a policy is worth.
///
/// @param samples trajectories or rounds it is of
/// @param effectiveSamples `(sum w)^2 / sum w^2` of the weights of the samples: how many equally
///   weighted ones would be as good; all samples for an estimator without weights
/// @param notes what a reader must know
public record Estimate(double value, int samples, double effectiveSamples, List<String> notes) {

  private static final double SMALL_SHARE = 0.01;
  private static final int SMALL = 30;

  public Estimate {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("an estimate must be finite: " + value);
    }
    notes = List.copyOf(notes);
  }

  /// @param weights of the samples, each a ratio of the probabilities of what was done
  static Estimate weighted(double value, double[] weights) {
    var largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
    if (!Double.isFinite(largest)) {
      throw new IllegalArgumentException("a weight must be finite: " + largest);
    }
    var sum = 0.0;
    var squares = 0.0;
    for (var weight : weights) {
      var share = largest > 0 ? weight / largest : 0; // squares of the weights may overflow
      sum += share;
      squares += share * share;
    }
    var effective = squares > 0 ? sum * sum / squares : 0;
    var isSmall = effective < SMALL || effective < SMALL_SHARE * weights.length;
    return new Estimate(
        value,
        weights.length,
        effective,
        isSmall
            ? List.of(
                "effective sample size %.1f of %d: a few samples decide the estimate"
                    .formatted(effective, weights.length))
            : List.of());
  }

  static Estimate plain(double value, int samples) {
    return new Estimate(value, samples, samples, List.of());
  }
}

package palmares.scoring.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;

/// What a log of trajectories has to learn from: how good they are and how much they have seen.
///
/// Source: K. Schweighofer et al., A Dataset Perspective on Offline Reinforcement Learning (2022),
/// TQ and SACo.
public final class DatasetQuality {

  private DatasetQuality() {}

  /// How far the mean return is on the way from a policy that draws its actions to the best one:
  /// `(mean - random) / (best - random)`.
  ///
  /// @param returns of the trajectories, one or more, all finite
  /// @throws IllegalArgumentException if there is none, one is not finite, or the best is not above
  ///   random
  public static double trajectoryQuality(double[] returns, double random, double best) {
    if (!(best > random) || Double.isInfinite(best) || Double.isInfinite(random)) {
      throw new IllegalArgumentException(
          "the best return must be finite and above the random one: %s and %s"
              .formatted(best, random));
    }
    if (!Arrays.stream(returns).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("returns must be finite: " + Arrays.toString(returns));
    }
    var mean =
        Arrays.stream(returns)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("there is no trajectory"));
    return (mean - random) / (best - random);
  }

  /// How many different pairs of state and action there are, over those of a reference log of the
  /// same number of steps.
  ///
  /// @param pairs of all steps, and `reference` those of the reference, one or more
  /// @throws IllegalArgumentException if the reference has none
  public static double coverage(Collection<?> pairs, Collection<?> reference) {
    if (reference.isEmpty()) {
      throw new IllegalArgumentException("the reference has no step");
    }
    return (double) new HashSet<>(pairs).size() / new HashSet<>(reference).size();
  }
}

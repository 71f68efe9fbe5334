package palmares.scoring.policy;

import java.util.List;

/// What a policy is worth by rounds of a bandit that another one logged: IPW `mean w r`, and SNIPW
/// `sum w r / sum w`, `w` the ratio of the probabilities of the action that was taken.
///
/// Source: D. Horvitz and D. Thompson (1952); A. Swaminathan and T. Joachims (2015); obp
/// `ope/estimators.py`.
public final class ImportanceWeighting {

  private ImportanceWeighting() {}

  /// One action and what came of it.
  ///
  /// @param propensity the probability with which the logging policy took it
  /// @param chance the probability of it under the policy to be judged
  public record Round(double reward, double propensity, double chance) {
    public Round {
      if (!(propensity > 0 && propensity <= 1)) {
        throw new IllegalArgumentException(
            "a propensity must be greater than 0 and at most 1: " + propensity);
      }
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("a probability must be from 0 to 1: " + chance);
      }
      if (!Double.isFinite(reward)) {
        throw new IllegalArgumentException("a reward must be finite: " + reward);
      }
    }

    double weight() {
      return chance / propensity;
    }
  }

  /// Unbiased; few rounds of great weight decide it.
  ///
  /// @throws IllegalArgumentException if there is no round
  public static Estimate ipw(List<Round> rounds) {
    var weights = weights(rounds);
    return Estimate.weighted(weightedSum(rounds) / rounds.size(), weights);
  }

  /// A little biased, within the range of the rewards, and of less variance.
  ///
  /// @throws IllegalArgumentException if there is no round, or none has a weight
  public static Estimate snipw(List<Round> rounds) {
    var weights = weights(rounds);
    var sum = rounds.stream().mapToDouble(Round::weight).sum();
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "no round could have come from the policy: all weights are 0");
    }
    return Estimate.weighted(weightedSum(rounds) / sum, weights);
  }

  private static double weightedSum(List<Round> rounds) {
    return rounds.stream().mapToDouble(round -> round.weight() * round.reward()).sum();
  }

  private static double[] weights(List<Round> rounds) {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("there is no round");
    }
    return rounds.stream().mapToDouble(Round::weight).toArray();
  }
}

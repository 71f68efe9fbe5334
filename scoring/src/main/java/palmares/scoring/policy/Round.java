package palmares.scoring.policy;

import org.jspecify.annotations.Nullable;

/// One action of a bandit and what came of it.
///
/// @param propensity the probability with which the logging policy took it
/// @param chance the probability of it under the policy to be judged
/// @param model null where there is none
public record Round(double reward, double propensity, double chance, @Nullable Model model) {

  /// What a model says of the rewards.
  ///
  /// @param taken the reward of the action that was taken
  /// @param expected the mean reward of all actions under the policy to be judged
  public record Model(double taken, double expected) {
    public Model {
      if (!Double.isFinite(taken) || !Double.isFinite(expected)) {
        throw new IllegalArgumentException(
            "the values of a model must be finite: %s and %s".formatted(taken, expected));
      }
    }
  }

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

  public Round(double reward, double propensity, double chance) {
    this(reward, propensity, chance, null);
  }

  double weight() {
    return chance / propensity;
  }
}

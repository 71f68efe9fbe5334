package palmares.scoring.policy;

import java.util.List;

/// Steps that a behaviour policy took, one after the other.
public record Trajectory(List<Step> steps) {

  public Trajectory {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a trajectory needs one step or more");
    }
  }

  /// One action in one state.
  ///
  /// @param propensity the probability with which the behaviour policy took this action
  /// @param policy the probabilities of all actions under the policy to be judged
  /// @param values what a model says each action is worth, the value of all that follows included;
  ///   empty where there is no model
  public record Step(
      int action, double reward, double propensity, double[] policy, double[] values) {
    public Step {
      if (!(propensity > 0 && propensity <= 1)) {
        throw new IllegalArgumentException(
            "a propensity must be greater than 0 and at most 1: " + propensity);
      }
      if (action < 0 || action >= policy.length) {
        throw new IllegalArgumentException(
            "the action must be from 0 to %d: %d".formatted(policy.length - 1, action));
      }
      var sum = 0.0;
      for (var chance : policy) {
        if (!(chance >= 0)) {
          throw new IllegalArgumentException("a probability must be 0 or more: " + chance);
        }
        sum += chance;
      }
      if (Math.abs(sum - 1) > 1e-6) {
        throw new IllegalArgumentException(
            "the probabilities of the actions must sum to 1: " + sum);
      }
      if (!Double.isFinite(reward)) {
        throw new IllegalArgumentException("a reward must be finite: " + reward);
      }
      if (values.length > 0 && values.length != policy.length) {
        throw new IllegalArgumentException(
            "each of %d actions needs a value: %d".formatted(policy.length, values.length));
      }
      policy = policy.clone();
      values = values.clone();
    }

    double ratio() {
      return policy[action] / propensity;
    }

    /// What the policy is worth from here on by the model.
    double expectedValue() {
      var sum = 0.0;
      for (var k = 0; k < policy.length; k++) {
        sum += policy[k] * values[k];
      }
      return sum;
    }
  }
}

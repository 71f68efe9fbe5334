package palmares.scoring.reward;

import java.util.Arrays;

/// One reward of a solution out of those that a process reward model gave its steps.
///
/// Source: RewardMATH `src/evaluation/eval.py`.
public enum StepAggregation {
  MIN,
  MAX,
  PROD,
  GEOMETRIC_MEAN,
  MEAN,
  /// The mean of `log(p / (1 - p))`; infinite where a step is certain.
  MEAN_LOGIT,
  /// The mean of `p / (1 - p)`.
  MEAN_ODD,
  LAST;

  /// @param steps probabilities, one or more
  /// @throws IllegalArgumentException if there is no step, or one is not from 0 to 1
  public double of(double... steps) {
    if (steps.length == 0) {
      throw new IllegalArgumentException("a solution needs one step or more");
    }
    for (var step : steps) {
      if (!(step >= 0 && step <= 1)) {
        throw new IllegalArgumentException("the reward of a step must be from 0 to 1: " + step);
      }
    }
    var values = Arrays.stream(steps);
    return switch (this) {
      case MIN -> values.min().orElseThrow();
      case MAX -> values.max().orElseThrow();
      case PROD -> values.reduce(1, (a, b) -> a * b);
      case GEOMETRIC_MEAN -> Math.exp(values.map(Math::log).sum() / steps.length);
      case MEAN -> values.average().orElseThrow();
      case MEAN_LOGIT ->
          values.map(step -> Math.log(step) - Math.log1p(-step)).sum() / steps.length;
      case MEAN_ODD -> values.map(step -> step / (1 - step)).sum() / steps.length;
      case LAST -> steps[steps.length - 1];
    };
  }
}

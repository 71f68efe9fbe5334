package palmares.scoring.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a policy is worth by the trajectories of another: the expected sum of rewards, the one of
/// step t discounted by `gamma^t`.
///
/// `w_t` is the product of the ratios of probabilities up to step t, `w_T` that of all steps, `V`
/// the mean of the model's values `Q` under the policy. The self-normalised ones divide each weight
/// by its mean over trajectories at the same step: a little bias for much less variance.
///
/// Source: SCOPE-RL `ope/discrete/basic_estimators.py`; D. Precup et al. (2000); N. Jiang and L. Li
/// (2016).
public enum TrajectoryEstimator {
  /// `mean V_0`: as good as the model.
  DM(false, "mean of V at the first step"),
  /// `mean sum_t gamma^t w_T r_t`.
  TIS(false, "mean of sum_t gamma^t w_T r_t, w_T the product of all ratios"),
  /// `mean sum_t gamma^t w_t r_t`.
  PDIS(false, "mean of sum_t gamma^t w_t r_t, w_t the product of the ratios up to t"),
  /// `mean sum_t gamma^t (w_t (r_t - Q_t) + w_(t-1) V_t)`.
  DR(false, "mean of sum_t gamma^t (w_t (r_t - Q_t) + w_(t-1) V_t), w_(-1) = 1"),
  SNTIS(true, "tis with weights divided by their mean over trajectories"),
  SNPDIS(true, "pdis with weights divided by their mean over trajectories, step by step"),
  SNDR(true, "dr with weights divided by their mean over trajectories, step by step");

  private final boolean selfNormalised;
  private final String formula;

  TrajectoryEstimator(boolean selfNormalised, String formula) {
    this.selfNormalised = selfNormalised;
    this.formula = formula;
  }

  public String formula() {
    return formula;
  }

  public boolean needsModel() {
    return this == DM || this == DR || this == SNDR;
  }

  /// @param trajectories all of one length
  /// @param gamma from 0 to 1
  /// @throws IllegalArgumentException if there is no trajectory, lengths differ, a model is
  ///   missing, or no trajectory has a weight
  public Estimate of(List<Trajectory> trajectories, double gamma) {
    check(trajectories, gamma);
    var steps = trajectories.getFirst().steps().size();
    var weights = weights(trajectories, steps);
    var last = trajectories.stream().mapToDouble(TrajectoryEstimator::product).toArray();
    var sum = 0.0;
    for (var k = 0; k < weights.length; k++) {
      sum += value(trajectories.get(k), weights[k], gamma);
    }
    var value = sum / weights.length;
    return this == DM ? Estimate.plain(value, weights.length) : Estimate.weighted(value, last);
  }

  private double value(Trajectory trajectory, double[] weights, double gamma) {
    if (this == DM) {
      return trajectory.steps().getFirst().expectedValue();
    }
    var discount = 1.0;
    var sum = 0.0;
    for (var t = 0; t < weights.length; t++) {
      var step = trajectory.steps().get(t);
      sum +=
          discount
              * switch (this) {
                case TIS, SNTIS -> weights[weights.length - 1] * step.reward();
                case DM, PDIS, SNPDIS -> weights[t] * step.reward();
                case DR, SNDR ->
                    weights[t] * (step.reward() - step.values()[step.action()])
                        + (t == 0 ? 1 : weights[t - 1]) * step.expectedValue();
              };
      discount *= gamma;
    }
    return sum;
  }

  /// `[trajectory][step]` = product of the ratios up to the step, normalised where the estimator
  /// is.
  private double[][] weights(List<Trajectory> trajectories, int steps) {
    var weights = new double[trajectories.size()][steps];
    for (var k = 0; k < weights.length; k++) {
      var product = 1.0;
      for (var t = 0; t < steps; t++) {
        product *= trajectories.get(k).steps().get(t).ratio();
        weights[k][t] = product;
      }
    }
    for (var t = 0; t < steps && selfNormalised; t++) {
      var step = t;
      var mean = Arrays.stream(weights).mapToDouble(row -> row[step]).average().orElse(0);
      if (!(mean > 0)) {
        throw new IllegalArgumentException(
            "no trajectory could have come from the policy up to step "
                + t
                + ": all weights are 0");
      }
      for (var row : weights) {
        row[t] /= mean;
      }
    }
    return weights;
  }

  private void check(List<Trajectory> trajectories, double gamma) {
    if (trajectories.isEmpty()) {
      throw new IllegalArgumentException("there is no trajectory");
    }
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma must be from 0 to 1: " + gamma);
    }
    var length = trajectories.getFirst().steps().size();
    for (var trajectory : trajectories) {
      if (trajectory.steps().size() != length) {
        throw new IllegalArgumentException(
            "all trajectories must have the same length: %d and %d"
                .formatted(length, trajectory.steps().size()));
      }
      var hasModel = trajectory.steps().stream().allMatch(step -> step.values().length > 0);
      if (needsModel() && !hasModel) {
        throw new IllegalArgumentException(
            name().toLowerCase(Locale.ROOT) + " needs the values of a model at each step");
      }
    }
  }

  private static double product(Trajectory trajectory) {
    return trajectory.steps().stream()
        .mapToDouble(Trajectory.Step::ratio)
        .reduce(1, (a, b) -> a * b);
  }
}

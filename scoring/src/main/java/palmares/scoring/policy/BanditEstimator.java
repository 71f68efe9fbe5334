package palmares.scoring.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What a policy is worth by rounds of a bandit that another policy logged.
///
/// `w` is the probability of the action under the policy to be judged over that under the one that
/// took it, `Q` a model's reward of the action, `V` its mean reward under the policy to be judged.
/// `lambda` bounds the weights: [#SWITCH_DR] trusts the model alone where a weight exceeds it,
/// [#DROS] shrinks all weights, the others cut weights off at it. The greater it is the less the
/// bias, and the greater the variance.
///
/// Source: obp `ope/estimators.py`; D. Horvitz and D. Thompson (1952); A. Swaminathan and T.
/// Joachims (2015); M. Dudik et al. (2011); Y. Wang et al. (2017); Y. Su et al. (2020).
public enum BanditEstimator {
  /// Unbiased; few rounds of great weight decide it.
  IPW("mean of w r"),
  /// A little biased, within the range of the rewards, and of less variance.
  SNIPW("sum of w r / sum of w"),
  /// As good as the model.
  DM("mean of V"),
  /// Right if either the model or the propensities are.
  DR("mean of V + w (r - Q)"),
  SNDR("mean of V + sum of w (r - Q) / sum of w"),
  SWITCH_DR("mean of V + w (r - Q) where w <= lambda, else V"),
  DROS("mean of V + lambda w / (w^2 + lambda) (r - Q)");

  private final String formula;

  BanditEstimator(String formula) {
    this.formula = formula;
  }

  public String formula() {
    return formula;
  }

  public boolean needsModel() {
    return this != IPW && this != SNIPW;
  }

  /// @param lambda 0 or more; infinite leaves all weights as they are
  /// @throws IllegalArgumentException if there is no round, a model is needed and one has none, or
  ///   a sum of weights to divide by is 0
  public Estimate of(List<Round> rounds, double lambda) {
    check(rounds, lambda);
    var weights = rounds.stream().mapToDouble(round -> bounded(round.weight(), lambda)).toArray();
    var total = Arrays.stream(weights).sum();
    var isNormalised = this == SNIPW || this == SNDR;
    if (isNormalised && !(total > 0)) {
      throw new IllegalArgumentException(
          "no round could have come from the policy: all weights are 0");
    }
    var gained =
        IntStream.range(0, weights.length)
            .mapToDouble(k -> weights[k] * surprise(rounds.get(k)))
            .sum();
    var expected = rounds.stream().mapToDouble(this::expected).sum() / weights.length;
    return switch (this) {
      case DM -> Estimate.plain(expected, weights.length);
      case IPW, SNIPW, DR, SNDR, SWITCH_DR, DROS ->
          Estimate.weighted(expected + gained / (isNormalised ? total : weights.length), weights);
    };
  }

  private double bounded(double weight, double lambda) {
    return switch (this) {
      case SWITCH_DR -> weight <= lambda ? weight : 0;
      case DROS -> shrunk(weight, lambda);
      case IPW, SNIPW, DM, DR, SNDR -> Math.min(weight, lambda);
    };
  }

  private static double shrunk(double weight, double lambda) {
    if (Double.isInfinite(lambda) || weight == 0) {
      return weight;
    }
    return lambda * weight / (weight * weight + lambda);
  }

  /// The reward, less what the model expected of the action.
  private double surprise(Round round) {
    var model = round.model();
    return needsModel() && model != null ? round.reward() - model.taken() : round.reward();
  }

  private double expected(Round round) {
    var model = round.model();
    return needsModel() && model != null ? model.expected() : 0;
  }

  private void check(List<Round> rounds, double lambda) {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("there is no round");
    }
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException("lambda must be 0 or more: " + lambda);
    }
    if (needsModel() && rounds.stream().anyMatch(round -> round.model() == null)) {
      throw new IllegalArgumentException("needs what a model says of the rewards of every round");
    }
  }
}

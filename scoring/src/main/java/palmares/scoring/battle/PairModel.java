package palmares.scoring.battle;

/// A Bradley-Terry model with its strengths: system i beats system j with probability `1 / (1 +
/// exp(theta_j - theta_i))`.
final class PairModel {

  private final PairCounts counts;
  private final double[] theta;
  private final double[][] chances;

  PairModel(PairCounts counts, double[] theta) {
    this.counts = counts;
    this.theta = theta;
    this.chances = chances(theta);
  }

  double[] theta() {
    return theta.clone();
  }

  /// The log-likelihood of all battles.
  double logLikelihood() {
    var sum = 0.0;
    for (var i = 0; i < theta.length; i++) {
      for (var j = i + 1; j < theta.length; j++) {
        if (counts.games(i, j) > 0) {
          var ahead = theta[i] - theta[j];
          sum -=
              counts.wins()[i][j] * logOnePlusExp(-ahead)
                  + counts.wins()[j][i] * logOnePlusExp(ahead);
        }
      }
    }
    return sum;
  }

  /// `[i][j]` = probability that system i beats system j; not to be changed.
  double[][] chances() {
    return chances;
  }

  /// The derivative of the log-likelihood: wins less expected wins of each system.
  double[] gradient() {
    var gradient = new double[theta.length];
    for (var i = 0; i < theta.length; i++) {
      for (var j = 0; j < theta.length; j++) {
        gradient[i] += i == j ? 0 : counts.wins()[i][j] - counts.games(i, j) * chances[i][j];
      }
    }
    return gradient;
  }

  /// The negative second derivative of the log-likelihood. Its rows sum to 0: only differences of
  /// strengths are determined.
  double[][] information() {
    var information = new double[theta.length][theta.length];
    for (var i = 0; i < theta.length; i++) {
      for (var j = i + 1; j < theta.length; j++) {
        var curvature = counts.games(i, j) * chances[i][j] * chances[j][i];
        information[i][j] = -curvature;
        information[j][i] = -curvature;
        information[i][i] += curvature;
        information[j][j] += curvature;
      }
    }
    return information;
  }

  private static double[][] chances(double[] theta) {
    var chances = new double[theta.length][theta.length];
    for (var i = 0; i < theta.length; i++) {
      for (var j = i; j < theta.length; j++) {
        var chance = 1 / (1 + Math.exp(theta[j] - theta[i]));
        chances[i][j] = chance;
        chances[j][i] = 1 - chance;
      }
    }
    return chances;
  }

  private static double logOnePlusExp(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
}

package palmares.scoring.battle;

import java.util.Arrays;
import palmares.scoring.algebra.Cholesky;
import palmares.scoring.ranking.Fit;

/// The maximum of the likelihood of [ThurstoneMosteller], by Newton's method with step halving; it
/// is concave.
///
/// @param theta strengths that sum to 0
record ThurstoneFit(double[] theta, Fit fit) {

  private static final int MOST_ITERATIONS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double TOLERANCE = 1e-10;

  /// @param counts of systems that form one strong component, so that a maximum exists
  static ThurstoneFit of(PairCounts counts) {
    var slope = new Slope(counts, new double[counts.size()]);
    var converged = false;
    var iterations = 0;
    while (!converged && iterations < MOST_ITERATIONS) {
      var factor = Cholesky.of(Gauge.zeroSum(slope.information));
      if (factor.isEmpty()) {
        break;
      }
      var step = factor.get().solve(slope.gradient);
      slope = advanced(counts, slope, step);
      converged = largest(step) <= TOLERANCE;
      iterations++;
    }
    return new ThurstoneFit(slope.theta, new Fit(converged, iterations, largest(slope.gradient)));
  }

  private static Slope advanced(PairCounts counts, Slope slope, double[] step) {
    var share = 1.0;
    for (var halvings = 0; halvings < MOST_HALVINGS; halvings++) {
      var theta = slope.theta.clone();
      for (var i = 0; i < theta.length; i++) {
        theta[i] += share * step[i];
      }
      var next = new Slope(counts, theta);
      // Rounding alone may lower the sum at the very top.
      if (next.logLikelihood >= slope.logLikelihood - 1e-12 * Math.abs(slope.logLikelihood)) {
        return next;
      }
      share /= 2;
    }
    return slope;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /// The likelihood with first and negative second derivatives.
  private static final class Slope {

    private final double[] theta;
    private final double[] gradient;
    private final double[][] information;
    private double logLikelihood;

    Slope(PairCounts counts, double[] theta) {
      this.theta = theta;
      gradient = new double[theta.length];
      information = new double[theta.length][theta.length];
      for (var i = 0; i < theta.length; i++) {
        for (var j = 0; j < theta.length; j++) {
          if (counts.wins()[i][j] > 0) {
            add(i, j, counts.wins()[i][j]);
          }
        }
      }
    }

    private void add(int winner, int loser, double wins) {
      var lead = theta[winner] - theta[loser];
      var tail = NormalTail.of(lead);
      var slope = wins * tail.hazard();
      var bent = slope * (tail.hazard() + lead);
      logLikelihood += wins * tail.logProbability();
      gradient[winner] += slope;
      gradient[loser] -= slope;
      information[winner][winner] += bent;
      information[loser][loser] += bent;
      information[winner][loser] -= bent;
      information[loser][winner] -= bent;
    }
  }
}

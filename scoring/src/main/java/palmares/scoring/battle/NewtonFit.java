package palmares.scoring.battle;

import java.util.Arrays;
import palmares.scoring.algebra.Cholesky;
import palmares.scoring.ranking.Fit;

/// The maximum of a Bradley-Terry likelihood, found by Newton's method with step halving, with
/// strengths that sum to 0.
///
/// Exact, unlike L-BFGS with a tolerance on the objective: it stops when no strength moves by more
/// than 1e-10 (2e-8 on the Elo scale), and convergence is quadratic.
record NewtonFit(PairModel model, Fit fit) {

  private static final int MOST_ITERATIONS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double TOLERANCE = 1e-10;

  /// @param counts of systems that form one strong component, so that a maximum exists
  static NewtonFit of(PairCounts counts) {
    var model = new PairModel(counts, new double[counts.size()]);
    var converged = false;
    var iterations = 0;
    while (!converged && iterations < MOST_ITERATIONS) {
      var factor = Cholesky.of(Gauge.zeroSum(model.information()));
      if (factor.isEmpty()) {
        break;
      }
      var step = factor.get().solve(model.gradient());
      model = advance(model, counts, step);
      converged = largest(step) <= TOLERANCE;
      iterations++;
    }
    return new NewtonFit(model, new Fit(converged, iterations, largest(model.gradient())));
  }

  private static PairModel advance(PairModel model, PairCounts counts, double[] step) {
    var before = model.logLikelihood();
    var share = 1.0;
    for (var halvings = 0; halvings < MOST_HALVINGS; halvings++) {
      var next = new PairModel(counts, moved(model.theta(), step, share));
      // Rounding alone may lower the sum at the very top.
      if (next.logLikelihood() >= before - 1e-12 * Math.abs(before)) {
        return next;
      }
      share /= 2;
    }
    return model;
  }

  private static double[] moved(double[] theta, double[] step, double share) {
    var mean = 0.0;
    for (var i = 0; i < theta.length; i++) {
      theta[i] += share * step[i];
      mean += theta[i] / theta.length;
    }
    for (var i = 0; i < theta.length; i++) {
      theta[i] -= mean;
    }
    return theta;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}

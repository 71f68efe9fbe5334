package palmares.scoring.battle;

import java.util.Arrays;
import palmares.scoring.algebra.Cholesky;

/// Bradley-Terry strengths at the maximum of the log-likelihood less `ridge / 2 |theta|^2`, which
/// is finite for any battles, none included.
final class RidgeFit {

  private static final int MOST_ITERATIONS = 200;
  private static final double TOLERANCE = 1e-12;

  private RidgeFit() {}

  /// @param ridge greater than 0
  static double[] of(PairCounts counts, double ridge) {
    var theta = new double[counts.size()];
    for (var iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      var model = new PairModel(counts, theta);
      var gradient = model.gradient();
      for (var i = 0; i < theta.length; i++) {
        gradient[i] -= ridge * theta[i];
      }
      var step = Cholesky.of(Gauge.ridge(model.information(), ridge)).orElseThrow().solve(gradient);
      // A logistic likelihood bends less than 1/4 a battle: steps of more than 1 can overshoot.
      var longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      for (var i = 0; i < theta.length; i++) {
        theta[i] += step[i] / Math.max(1, longest);
      }
      if (longest <= TOLERANCE) {
        break;
      }
    }
    return theta;
  }
}

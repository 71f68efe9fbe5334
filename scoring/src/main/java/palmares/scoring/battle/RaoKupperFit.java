package palmares.scoring.battle;

import java.util.Arrays;
import palmares.scoring.algebra.Cholesky;
import palmares.scoring.ranking.Fit;

/// The maximum of the likelihood of [RaoKupper], by Newton's method with step halving.
///
/// With `d = theta_i - theta_j` a win counts `log s(d - eta)`, a defeat `log s(-d - eta)` and a tie
/// `d + log(2 sinh eta) - log(1 + e^(d + eta)) - log(1 + e^(d - eta))`, `s` the logistic function:
/// concave in all of them.
///
/// @param theta log-strengths that sum to 0
/// @param eta the threshold, 0 without ties
record RaoKupperFit(double[] theta, double eta, Fit fit) {

  private static final int MOST_ITERATIONS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double TOLERANCE = 1e-11;

  /// @param counts of systems that form one strong component, neither all ties nor boundless
  static RaoKupperFit of(WinsAndTies counts) {
    var size = counts.size();
    var hasTies = Arrays.stream(counts.ties()).flatMapToDouble(Arrays::stream).sum() > 0;
    var point = new double[size + 1];
    point[size] = hasTies ? 0.5 : 0;
    var converged = false;
    var iterations = 0;
    var slope = new Slope(counts, point, hasTies);
    while (!converged && iterations < MOST_ITERATIONS) {
      var factor = Cholesky.of(slope.curvature);
      if (factor.isEmpty()) {
        break;
      }
      var step = factor.get().solve(slope.gradient);
      point = advanced(counts, point, step);
      converged = largest(step) <= TOLERANCE;
      slope = new Slope(counts, point, hasTies);
      iterations++;
    }
    var mean = Arrays.stream(point).limit(size).average().orElse(0);
    var theta = Arrays.stream(point).limit(size).map(each -> each - mean).toArray();
    return new RaoKupperFit(
        theta, point[size], new Fit(converged, iterations, largest(slope.gradient)));
  }

  private static double[] advanced(WinsAndTies counts, double[] point, double[] step) {
    var before = logLikelihood(counts, point);
    var share = 1.0;
    for (var halvings = 0; halvings < MOST_HALVINGS; halvings++) {
      var next = point.clone();
      for (var i = 0; i < next.length; i++) {
        next[i] += share * step[i];
      }
      // Rounding alone may lower the sum at the very top.
      if (logLikelihood(counts, next) >= before - 1e-12 * Math.abs(before)) {
        return next;
      }
      share /= 2;
    }
    return point;
  }

  private static double logLikelihood(WinsAndTies counts, double[] point) {
    var size = counts.size();
    var eta = point[size];
    var sum = 0.0;
    for (var i = 0; i < size; i++) {
      for (var j = 0; j < size; j++) {
        var d = point[i] - point[j];
        sum -= counts.wins()[i][j] * softplus(eta - d);
        var ties = i < j ? counts.ties()[i][j] : 0;
        if (ties > 0) {
          sum +=
              eta > 0
                  ? ties
                      * (d + Math.log(2 * Math.sinh(eta)) - softplus(d + eta) - softplus(d - eta))
                  : Double.NEGATIVE_INFINITY;
        }
      }
    }
    return sum;
  }

  private static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /// First and negative second derivatives; the last entry is that of the threshold.
  private static final class Slope {

    private final int last;
    private final double[] gradient;
    private final double[][] curvature;

    Slope(WinsAndTies counts, double[] point, boolean hasTies) {
      last = counts.size();
      gradient = new double[last + 1];
      curvature = new double[last + 1][last + 1];
      for (var i = 0; i < last; i++) {
        for (var j = 0; j < last; j++) {
          add(i, j, counts.wins()[i][j], i < j ? counts.ties()[i][j] : 0, point);
        }
      }
      if (!hasTies) {
        gradient[last] = 0;
        for (var i = 0; i <= last; i++) {
          curvature[i][last] = 0;
          curvature[last][i] = i == last ? 1 : 0;
        }
      }
      fixGauge();
    }

    private void add(int i, int j, double wins, double ties, double[] point) {
      var eta = point[last];
      var above = logistic(point[i] - point[j] - eta);
      var upTo = logistic(point[i] - point[j] + eta);
      var bent = above * (1 - above);
      var bentBelow = upTo * (1 - upTo);
      if (wins > 0) {
        slope(i, j, wins * (1 - above), -wins * (1 - above));
        bend(i, j, wins * bent, wins * bent, -wins * bent);
      }
      if (ties > 0) {
        var sinh = Math.sinh(eta);
        slope(i, j, ties * (1 - above - upTo), ties * (Math.cosh(eta) / sinh - upTo + above));
        bend(
            i,
            j,
            ties * (bent + bentBelow),
            ties * (1 / (sinh * sinh) + bent + bentBelow),
            ties * (bentBelow - bent));
      }
    }

    private void slope(int i, int j, double byLead, double byThreshold) {
      gradient[i] += byLead;
      gradient[j] -= byLead;
      gradient[last] += byThreshold;
    }

    /// Negative second derivatives by the lead twice, the threshold twice, and both.
    private void bend(int i, int j, double lead, double threshold, double both) {
      curvature[i][i] += lead;
      curvature[j][j] += lead;
      curvature[i][j] -= lead;
      curvature[j][i] -= lead;
      curvature[last][last] += threshold;
      curvature[i][last] += both;
      curvature[last][i] += both;
      curvature[j][last] -= both;
      curvature[last][j] -= both;
    }

    /// Only differences of strengths are determined: a multiple of the all-ones matrix keeps the
    /// sum of the strengths where it is.
    private void fixGauge() {
      var trace = 0.0;
      for (var i = 0; i < last; i++) {
        trace += curvature[i][i];
      }
      for (var i = 0; i < last; i++) {
        for (var j = 0; j < last; j++) {
          curvature[i][j] += trace / ((double) last * last);
        }
      }
    }
  }
}

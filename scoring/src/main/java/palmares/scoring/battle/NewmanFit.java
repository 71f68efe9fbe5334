package palmares.scoring.battle;

import java.util.Arrays;
import palmares.scoring.ranking.Fit;

/// The maximum of the likelihood of [Newman], found by Newman's iteration.
///
/// With `H = W + T / 2`, in each round `p_i <- sum_j H_ij (p_j + v s_ij) / d_ij` divided by `sum_j
/// H_ji (1 + v sqrt(p_j / p_i)) / d_ij`, `s_ij = sqrt(p_i p_j)`, then `v` from the ties. Each round
/// raises the likelihood; it stops once no strength moves by more than 1e-13 of itself.
///
/// @param strengths with geometric mean 1
/// @param ties the parameter v, 0 without ties
record NewmanFit(double[] strengths, double ties, Fit fit) {

  private static final int MOST_ROUNDS = 100_000;
  private static final double TOLERANCE = 1e-13;

  /// @param counts of systems that form one strong component, neither all ties nor boundless
  static NewmanFit of(WinsAndTies counts) {
    var half = counts.worth(1, 0.5);
    var strengths = new double[counts.size()];
    Arrays.fill(strengths, 1);
    var v = 0.5;
    var change = Double.POSITIVE_INFINITY;
    var rounds = 0;
    while (change > TOLERANCE && rounds < MOST_ROUNDS) {
      var next = strengths(half, strengths, v);
      change = 0;
      for (var i = 0; i < next.length; i++) {
        change = Math.max(change, Math.abs(next[i] / strengths[i] - 1));
      }
      var moved = ties(counts, next, v);
      change = Math.max(change, Math.abs(moved - v));
      strengths = next;
      v = moved;
      rounds++;
    }
    var fit = new Fit(change <= TOLERANCE, rounds, gradient(half, strengths, v));
    return new NewmanFit(strengths, v, fit);
  }

  private static double[] strengths(double[][] half, double[] p, double v) {
    var next = new double[p.length];
    var logs = 0.0;
    for (var i = 0; i < p.length; i++) {
      var gained = 0.0;
      var given = 0.0;
      for (var j = 0; j < p.length; j++) {
        var root = Math.sqrt(p[i] * p[j]);
        var all = p[i] + p[j] + 2 * v * root;
        gained += half[i][j] * (p[j] + v * root) / all;
        given += half[j][i] * (1 + v * root / p[i]) / all;
      }
      next[i] = gained / given;
      logs += Math.log(next[i]) / p.length;
    }
    for (var i = 0; i < p.length; i++) {
      next[i] /= Math.exp(logs);
    }
    return next;
  }

  private static double ties(WinsAndTies counts, double[] p, double v) {
    var tied = 0.0;
    var won = 0.0;
    for (var i = 0; i < p.length; i++) {
      for (var j = 0; j < p.length; j++) {
        var root = Math.sqrt(p[i] * p[j]);
        var all = p[i] + p[j] + 2 * v * root;
        tied += counts.ties()[i][j] / 2 * (p[i] + p[j]) / all;
        won += counts.wins()[i][j] * 2 * root / all;
      }
    }
    return tied / won;
  }

  /// The largest derivative of the log-likelihood by a log-strength.
  private static double gradient(double[][] half, double[] p, double v) {
    var largest = 0.0;
    for (var i = 0; i < p.length; i++) {
      var slope = 0.0;
      for (var j = 0; j < p.length; j++) {
        var root = Math.sqrt(p[i] * p[j]);
        var expected = (p[i] + v * root) / (p[i] + p[j] + 2 * v * root);
        slope += half[i][j] - (half[i][j] + half[j][i]) * expected;
      }
      largest = Math.max(largest, Math.abs(slope));
    }
    return largest;
  }
}

package palmares.scoring.board;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Logistic regression with an absolute penalty: the b with the least `|b|_1 + C sum_i w_i (p_i
/// log(1 + e^-z_i) + (1 - p_i) log(1 + e^z_i))`, `z = X b`, for probabilities p as targets.
///
/// Newton's quadratic with the penalty is solved coordinate by coordinate, then a line search; the
/// optimum is exact to 1e-12. Source: G.-X. Yuan et al., An Improved GLMNET for L1-regularized
/// Logistic Regression (2012), whose objective liblinear has too.
final class SparseLogistic {

  private static final int MOST_ITERATIONS = 500;
  private static final double TOLERANCE = 1e-12;

  /// @param rows of X
  record Sample(double[][] rows, double[] targets, double[] weights) {

    /// The rows whose place is wanted.
    Sample only(IntPredicate wanted) {
      var places = IntStream.range(0, rows.length).filter(wanted).toArray();
      return new Sample(
          Arrays.stream(places).mapToObj(i -> rows[i]).toArray(double[][]::new),
          Arrays.stream(places).mapToDouble(i -> targets[i]).toArray(),
          Arrays.stream(places).mapToDouble(i -> weights[i]).toArray());
    }

    static Sample joined(List<Sample> samples) {
      return new Sample(
          samples.stream().flatMap(each -> Arrays.stream(each.rows)).toArray(double[][]::new),
          samples.stream().flatMapToDouble(each -> Arrays.stream(each.targets)).toArray(),
          samples.stream().flatMapToDouble(each -> Arrays.stream(each.weights)).toArray());
    }
  }

  private final Sample sample;
  private final double c;
  private final int size;

  private SparseLogistic(Sample sample, double c) {
    this.sample = sample;
    this.c = c;
    this.size = sample.rows()[0].length;
  }

  static double[] fit(Sample sample, double c) {
    return new SparseLogistic(sample, c).fit();
  }

  /// The weighted mean of the loss.
  static double meanLoss(Sample sample, double[] b) {
    return loss(sample, b) / Arrays.stream(sample.weights()).sum();
  }

  private double[] fit() {
    var b = new double[size];
    var value = objective(b);
    for (var iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      var step = step(b);
      var share = 1.0;
      var next = moved(b, step, share);
      while (objective(next) > value + 1e-14 * Math.abs(value) && share > 1e-10) {
        share /= 2;
        next = moved(b, step, share);
      }
      b = next;
      value = objective(b);
      if (share * largest(step) <= TOLERANCE) {
        return b;
      }
    }
    throw new IllegalArgumentException(
        "the weights did not settle within %d iterations".formatted(MOST_ITERATIONS));
  }

  private double[] step(double[] b) {
    var slope = new double[size];
    var bend = new double[size][size];
    for (var i = 0; i < sample.rows().length; i++) {
      var row = sample.rows()[i];
      var chance = LengthControl.chance(dot(row, b));
      var weight = c * sample.weights()[i];
      for (var j = 0; j < size; j++) {
        slope[j] += weight * (chance - sample.targets()[i]) * row[j];
        for (var k = 0; k < size; k++) {
          bend[j][k] += weight * chance * (1 - chance) * row[j] * row[k];
        }
      }
    }
    var step = new double[size];
    var change = Double.POSITIVE_INFINITY;
    for (var round = 0; change > 1e-15 && round < 1000; round++) {
      change = 0;
      for (var j = 0; j < size; j++) {
        var curvature = bend[j][j] + 1e-12;
        var pull = slope[j] + dot(bend[j], step) - bend[j][j] * step[j];
        var next = shrunk(b[j] - pull / curvature, 1 / curvature) - b[j];
        change = Math.max(change, Math.abs(next - step[j]));
        step[j] = next;
      }
    }
    return step;
  }

  private double objective(double[] b) {
    return Arrays.stream(b).map(Math::abs).sum() + c * loss(sample, b);
  }

  private static double loss(Sample sample, double[] b) {
    var loss = 0.0;
    for (var i = 0; i < sample.rows().length; i++) {
      var z = dot(sample.rows()[i], b);
      loss += sample.weights()[i] * (softplus(z) - sample.targets()[i] * z);
    }
    return loss;
  }

  private static double[] moved(double[] b, double[] step, double share) {
    return IntStream.range(0, b.length).mapToDouble(i -> b[i] + share * step[i]).toArray();
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double shrunk(double value, double by) {
    return Math.signum(value) * Math.max(Math.abs(value) - by, 0);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double dot(double[] left, double[] right) {
    var sum = 0.0;
    for (var i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}

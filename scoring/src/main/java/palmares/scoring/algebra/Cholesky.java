package palmares.scoring.algebra;

import java.util.Optional;

/// The factor U of a symmetric positive definite matrix A = U'U.
public final class Cholesky {

  /// Pivots below this share of the largest diagonal entry are rounding noise.
  private static final double SMALLEST_PIVOT = 1e-14;

  private final double[][] upper;

  private Cholesky(double[][] upper) {
    this.upper = upper;
  }

  /// Empty if the matrix is not positive definite to working precision.
  public static Optional<Cholesky> of(double[][] matrix) {
    var size = matrix.length;
    var upper = new double[size][];
    var largest = 0.0;
    for (var i = 0; i < size; i++) {
      upper[i] = matrix[i].clone();
      largest = Math.max(largest, matrix[i][i]);
    }
    for (var k = 0; k < size; k++) {
      var row = upper[k];
      if (!(row[k] > SMALLEST_PIVOT * largest)) {
        return Optional.empty();
      }
      scale(row, k, 1 / Math.sqrt(row[k]));
      for (var i = k + 1; i < size; i++) {
        subtract(upper[i], row, row[i], i);
      }
    }
    return Optional.of(new Cholesky(upper));
  }

  /// The x with A x = b.
  public double[] solve(double[] right) {
    var size = upper.length;
    var x = right.clone();
    for (var k = 0; k < size; k++) {
      x[k] /= upper[k][k];
      for (var i = k + 1; i < size; i++) {
        x[i] -= upper[k][i] * x[k];
      }
    }
    for (var i = size - 1; i >= 0; i--) {
      for (var j = i + 1; j < size; j++) {
        x[i] -= upper[i][j] * x[j];
      }
      x[i] /= upper[i][i];
    }
    return x;
  }

  /// A to the power of -1.
  public double[][] inverse() {
    var size = upper.length;
    var inverse = new double[size][size];
    for (var k = 0; k < size; k++) {
      inverse[k][k] = 1;
    }
    for (var k = 0; k < size; k++) {
      scale(inverse[k], 0, 1 / upper[k][k]);
      for (var i = k + 1; i < size; i++) {
        subtract(inverse[i], inverse[k], upper[k][i], 0);
      }
    }
    for (var i = size - 1; i >= 0; i--) {
      for (var j = i + 1; j < size; j++) {
        subtract(inverse[i], inverse[j], upper[i][j], 0);
      }
      scale(inverse[i], 0, 1 / upper[i][i]);
    }
    return inverse;
  }

  private static void scale(double[] row, int from, double factor) {
    for (var j = from; j < row.length; j++) {
      row[j] *= factor;
    }
  }

  private static void subtract(double[] row, double[] other, double factor, int from) {
    for (var j = from; j < row.length; j++) {
      row[j] -= factor * other[j];
    }
  }
}

package palmares.scoring.battle;

import java.util.Arrays;
import palmares.scoring.ranking.Fit;

/// The eigenvector of the largest eigenvalue of a matrix without negative entries, all its entries
/// 0 or more, with Euclidean norm 1.
///
/// Each round multiplies the last vector by `A + s I`, `s` being half the largest row sum. That
/// changes no eigenvector, and without it a circle of wins would turn round for ever.
record PowerIteration(double[] vector, Fit fit) {

  private static final int MOST_ITERATIONS = 100_000;
  private static final double TOLERANCE = 1e-14;

  static PowerIteration of(double[][] matrix) {
    var shift = Arrays.stream(matrix).mapToDouble(row -> Arrays.stream(row).sum()).max().orElse(0);
    var vector = new double[matrix.length];
    Arrays.fill(vector, 1 / Math.sqrt(Math.max(1, matrix.length)));
    var change = shift == 0 ? 0 : Double.POSITIVE_INFINITY;
    var iterations = 0;
    while (change > TOLERANCE && iterations < MOST_ITERATIONS) {
      var next = next(matrix, vector, shift / 2);
      change = distance(next, vector);
      vector = next;
      iterations++;
    }
    return new PowerIteration(
        vector, new Fit(change <= TOLERANCE, iterations, residual(matrix, vector)));
  }

  private static double[] next(double[][] matrix, double[] vector, double shift) {
    var next = new double[vector.length];
    var squares = 0.0;
    for (var i = 0; i < vector.length; i++) {
      next[i] = shift * vector[i];
      for (var j = 0; j < vector.length; j++) {
        next[i] += matrix[i][j] * vector[j];
      }
      squares += next[i] * next[i];
    }
    var norm = Math.sqrt(squares);
    for (var i = 0; i < next.length; i++) {
      next[i] /= norm;
    }
    return next;
  }

  private static double distance(double[] a, double[] b) {
    var largest = 0.0;
    for (var i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /// How far `A x` is from a multiple of `x`.
  private static double residual(double[][] matrix, double[] vector) {
    var image = new double[vector.length];
    var eigenvalue = 0.0;
    for (var i = 0; i < vector.length; i++) {
      for (var j = 0; j < vector.length; j++) {
        image[i] += matrix[i][j] * vector[j];
      }
      eigenvalue += image[i] * vector[i];
    }
    var largest = 0.0;
    for (var i = 0; i < vector.length; i++) {
      largest = Math.max(largest, Math.abs(image[i] - eigenvalue * vector[i]));
    }
    return largest;
  }
}

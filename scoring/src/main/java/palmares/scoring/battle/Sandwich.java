package palmares.scoring.battle;

import java.util.Arrays;
import java.util.Optional;
import palmares.scoring.algebra.Cholesky;

/// The covariance of fitted strengths when the model may be wrong or battles depend on each other:
/// `H^-1 B H^-1` with the information H and the spread B of the residuals.
final class Sandwich {

  private final double[][] bread;
  private final double[][] filled; // B H^-1

  private Sandwich(double[][] bread, double[][] filled) {
    this.bread = bread;
    this.filled = filled;
  }

  /// Empty if the information, with its gauge fixed, is not positive definite.
  ///
  /// @param products the matrix of a [Spread]
  static Optional<Sandwich> of(double[][] information, double[][] products) {
    return Cholesky.of(information)
        .map(Cholesky::inverse)
        .map(bread -> new Sandwich(bread, product(products, bread)));
  }

  /// The same for a spread whose rows sum to 0, as that of strengths alone does: taking the mean
  /// out of the bread's rows then changes nothing, and keeps a small ridge from blowing rounding
  /// up.
  static Optional<Sandwich> ofStrengths(double[][] information, Spread spread) {
    return Cholesky.of(information)
        .map(Cholesky::inverse)
        .map(bread -> {
          for (var row : bread) {
            var mean = Arrays.stream(row).average().orElse(0);
            for (var j = 0; j < row.length; j++) {
              row[j] -= mean;
            }
          }
          return new Sandwich(bread, transposed(product(bread, spread.products())));
        });
  }

  private static double[][] transposed(double[][] matrix) {
    var transposed = new double[matrix.length][matrix.length];
    for (var i = 0; i < matrix.length; i++) {
      for (var j = 0; j < matrix.length; j++) {
        transposed[i][j] = matrix[j][i];
      }
    }
    return transposed;
  }

  double variance(int i) {
    return Math.max(0, covariance(i, i));
  }

  /// The variance of the difference of two strengths.
  double variance(int i, int j) {
    return Math.max(0, covariance(i, i) + covariance(j, j) - 2 * covariance(i, j));
  }

  private double covariance(int i, int j) {
    var sum = 0.0;
    for (var k = 0; k < bread.length; k++) {
      sum += bread[i][k] * filled[k][j];
    }
    return sum;
  }

  private static double[][] product(double[][] left, double[][] right) {
    var size = left.length;
    var product = new double[size][size];
    for (var i = 0; i < size; i++) {
      for (var k = 0; k < size; k++) {
        var factor = left[i][k];
        var row = right[k];
        for (var j = 0; j < size; j++) {
          product[i][j] += factor * row[j];
        }
      }
    }
    return product;
  }
}

package palmares.scoring.battle;

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
  static Optional<Sandwich> of(double[][] information, Spread spread) {
    return Cholesky.of(information)
        .map(Cholesky::inverse)
        .map(bread -> new Sandwich(bread, product(spread.products(), bread)));
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

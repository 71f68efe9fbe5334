package palmares.scoring.choice;

import java.util.Arrays;
import palmares.scoring.algebra.NonNegativeLeastSquares;

/// The maximal lottery over some systems: probabilities p such that against every system j the one
/// drawn wins at least as many orders as it loses, `sum_i p_i (over_ij - over_ji) >= 0`.
///
/// Such p always exist, and mostly just one. Of several the evenest is taken (the least sum of
/// squares), so that neither names nor places decide.
final class Lottery {

  /// Above this the solution takes seconds.
  static final int MOST_SYSTEMS = 300;

  private static final double ROUNDING = 1e-10;

  private Lottery() {}

  /// @param over `[i][j]` = on how many orders system i is better than system j
  /// @throws IllegalArgumentException if there are too many systems
  static double[] of(double[][] over) {
    var size = over.length;
    if (size > MOST_SYSTEMS) {
      throw new IllegalArgumentException(
          "a lottery is of at most %d systems: %d".formatted(MOST_SYSTEMS, size));
    }
    var largest = 1.0;
    for (var row : over) {
      largest = Math.max(largest, Arrays.stream(row).max().orElse(0));
    }
    var constraints = new double[2 * size + 1][size];
    for (var j = 0; j < size; j++) {
      constraints[j][j] = 1;
      for (var i = 0; i < size; i++) {
        constraints[size + j][i] = (over[i][j] - over[j][i]) / largest;
      }
    }
    Arrays.fill(constraints[2 * size], 1);
    var bounds = new double[constraints.length];
    bounds[2 * size] = 1; // that the sum is 1 follows: more would be farther from the origin
    var lottery = NonNegativeLeastSquares.nearestToOrigin(constraints, bounds);
    for (var i = 0; i < size; i++) {
      lottery[i] = lottery[i] < ROUNDING ? 0 : lottery[i];
    }
    var sum = Arrays.stream(lottery).sum();
    return Arrays.stream(lottery).map(chance -> chance / sum).toArray();
  }
}

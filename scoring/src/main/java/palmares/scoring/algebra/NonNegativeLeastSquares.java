package palmares.scoring.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The u >= 0 with the least `|E u - f|`.
///
/// Source: C. Lawson and R. Hanson, Solving Least Squares Problems (1974), chapter 23: columns join
/// while that lowers the sum of squares, and leave where their share would fall below 0.
public final class NonNegativeLeastSquares {

  /// Slopes below this are rounding noise.
  private static final double TOLERANCE = 1e-11;

  private final double[][] columns;
  private final double[] target;
  private final double[][] products;
  private final double[] solution;
  private final List<Integer> passive = new ArrayList<>();

  private NonNegativeLeastSquares(double[][] columns, double[] target) {
    this.columns = columns;
    this.target = target;
    this.solution = new double[columns.length];
    this.products = new double[columns.length][columns.length];
    for (var i = 0; i < columns.length; i++) {
      for (var j = 0; j <= i; j++) {
        products[i][j] = dot(columns[i], columns[j]);
        products[j][i] = products[i][j];
      }
    }
  }

  /// The point nearest to the origin with `constraint . x >= bound` for every constraint (chapter
  /// 23.4, least distance programming). Unlike a vertex of the region it is unique.
  ///
  /// @param constraints by row, with as many entries as x
  /// @throws IllegalArgumentException if no point fulfils all of them
  public static double[] nearestToOrigin(double[][] constraints, double[] bounds) {
    var size = constraints[0].length;
    var columns = new double[constraints.length][];
    for (var k = 0; k < constraints.length; k++) {
      columns[k] = Arrays.copyOf(constraints[k], size + 1);
      columns[k][size] = bounds[k];
    }
    var target = new double[size + 1];
    target[size] = 1;
    var solver = new NonNegativeLeastSquares(columns, target);
    solver.solve();
    var residual = solver.residual();
    if (!(residual[size] > TOLERANCE)) {
      throw new IllegalArgumentException("no point fulfils all of the constraints");
    }
    var nearest = new double[size];
    for (var i = 0; i < size; i++) {
      nearest[i] = -residual[i] / residual[size];
    }
    return nearest;
  }

  private void solve() {
    var refused = new boolean[columns.length];
    for (var next = steepest(refused); next >= 0; next = steepest(refused)) {
      passive.add(next);
      if (settle() && passive.contains(next)) {
        Arrays.fill(refused, false);
      } else {
        refused[next] = true;
      }
    }
  }

  /// The column outside whose share lowers the sum of squares fastest, or -1.
  private int steepest(boolean[] refused) {
    var residual = residual();
    var best = -1;
    var most = TOLERANCE;
    for (var j = 0; j < columns.length; j++) {
      var slope = dot(columns[j], residual);
      if (!refused[j] && !passive.contains(j) && slope > most * norm(j)) {
        most = slope / norm(j);
        best = j;
      }
    }
    return best;
  }

  /// Moves to the least squares of the columns inside, those out that would fall below 0. False if
  /// the last one depends on the others, and so could not join.
  private boolean settle() {
    while (true) {
      var shares = leastSquares();
      if (shares.length == 0) {
        passive.removeLast();
        return false;
      }
      var reach = 1.0;
      for (var k = 0; k < shares.length; k++) {
        var now = solution[passive.get(k)];
        if (shares[k] <= 0) {
          reach = Math.min(reach, now / (now - shares[k]));
        }
      }
      for (var k = 0; k < shares.length; k++) {
        var at = passive.get(k);
        solution[at] += reach * (shares[k] - solution[at]);
      }
      if (reach == 1.0) {
        return true;
      }
      passive.removeIf(at -> {
        var isOut = solution[at] <= 1e-15;
        solution[at] = isOut ? 0 : solution[at];
        return isOut;
      });
    }
  }

  private double[] leastSquares() {
    var size = passive.size();
    var normal = new double[size][size];
    var right = new double[size];
    for (var a = 0; a < size; a++) {
      right[a] = dot(columns[passive.get(a)], target);
      for (var b = 0; b < size; b++) {
        normal[a][b] = products[passive.get(a)][passive.get(b)];
      }
    }
    return Cholesky.of(normal).map(factor -> factor.solve(right)).orElse(new double[0]);
  }

  private double[] residual() {
    var residual = target.clone();
    for (var at : passive) {
      for (var i = 0; i < residual.length; i++) {
        residual[i] -= solution[at] * columns[at][i];
      }
    }
    return residual;
  }

  private double norm(int column) {
    return Math.sqrt(products[column][column]);
  }

  private static double dot(double[] left, double[] right) {
    var sum = 0.0;
    for (var i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}

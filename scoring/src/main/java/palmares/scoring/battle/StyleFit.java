package palmares.scoring.battle;

import java.util.Arrays;
import java.util.stream.IntStream;
import palmares.scoring.algebra.Cholesky;
import palmares.scoring.ranking.Fit;

/// The maximum of a Bradley-Terry likelihood with features, less half the penalties times the
/// squares, by Newton's method: each iteration is one pass over the battles.
///
/// @param problem what is fitted
/// @param point strengths, then coefficients of the features
/// @param information the negative second derivative of the likelihood alone at the point
/// @param endless the features that tell every winner, so that the likelihood rises without end
record StyleFit(Problem problem, double[] point, double[][] information, Fit fit, int[] endless) {

  private static final int MOST_ITERATIONS = 100;

  /// After a step of this size the next would be one of its square.
  private static final double TOLERANCE = 1e-7;

  /// Of the largest change of a logit; smaller ones are noise of the last steps before overflow.
  private static final double NOISE = 0.01;

  /// @param systems how many there are
  /// @param features `[feature][battle]`
  /// @param penalties of strengths and coefficients, 0 for none
  /// @param start of the search; where frozen, the coefficients stay what they are here
  record Problem(
      int systems,
      int[] left,
      int[] right,
      double[] outcome,
      double[] weight,
      double[][] features,
      double[] penalties,
      double[] start,
      boolean isFrozen) {

    int size() {
      return systems + features.length;
    }

    double logit(int row, double[] point) {
      var logit = point[left[row]] - point[right[row]];
      for (var f = 0; f < features.length; f++) {
        logit += point[systems + f] * features[f][row];
      }
      return logit;
    }
  }

  static StyleFit of(Problem problem) {
    var point = problem.start().clone();
    var slope = new Slope(problem, point);
    var step = new double[point.length];
    var converged = false;
    var iterations = 0;
    while (!converged && iterations < MOST_ITERATIONS) {
      var factor = Cholesky.of(slope.penalised());
      if (factor.isEmpty()) {
        break;
      }
      step = factor.get().solve(slope.gradient);
      var next = new Slope(problem, moved(point, step, 1));
      for (var share = 0.5;
          next.objective < slope.objective - slope.rounding() && share > 1e-9;
          share /= 2) {
        next = new Slope(problem, moved(point, step, share));
      }
      point = next.point;
      slope = next;
      converged = largest(step) <= TOLERANCE;
      iterations++;
    }
    return new StyleFit(
        problem,
        point,
        slope.information,
        new Fit(converged, iterations, largest(slope.gradient)),
        converged ? new int[0] : endless(problem, step));
  }

  /// Where the likelihood has no end the last step points there: no outcome gets less likely.
  private static int[] endless(Problem problem, double[] step) {
    var changes =
        IntStream.range(0, problem.left().length)
            .mapToDouble(row -> problem.logit(row, step))
            .toArray();
    var noise = NOISE * largest(changes);
    for (var row = 0; row < changes.length; row++) {
      var outcome = problem.outcome()[row];
      if (outcome < 1 && changes[row] > noise || outcome > 0 && changes[row] < -noise) {
        return new int[0];
      }
    }
    return IntStream.range(0, problem.features().length)
        .filter(f -> Math.abs(step[problem.systems() + f]) * largest(problem.features()[f]) > noise)
        .toArray();
  }

  /// The information of what is not frozen; the frozen are certain, and tied to nothing.
  double[][] informationOfFree() {
    var free = Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
    for (var i = problem.systems(); problem.isFrozen() && i < free.length; i++) {
      for (var j = 0; j < free.length; j++) {
        free[i][j] = i == j ? 1 : 0;
        free[j][i] = free[i][j];
      }
    }
    return free;
  }

  /// The outcome less its probability, by battle.
  double[] residuals() {
    var residuals = new double[problem.left().length];
    for (var row = 0; row < residuals.length; row++) {
      residuals[row] = problem.outcome()[row] - 1 / (1 + Math.exp(-problem.logit(row, point)));
    }
    return residuals;
  }

  private static double[] moved(double[] point, double[] step, double share) {
    var moved = point.clone();
    for (var i = 0; i < moved.length; i++) {
      moved[i] += share * step[i];
    }
    return moved;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /// Objective and derivatives at a point.
  private static final class Slope {

    private final Problem problem;
    private final double[] point;
    private final double[] gradient;
    private final double[][] information;
    private double objective;

    Slope(Problem problem, double[] point) {
      this.problem = problem;
      this.point = point;
      gradient = new double[problem.size()];
      information = new double[problem.size()][problem.size()];
      for (var row = 0; row < problem.left().length; row++) {
        add(row);
      }
      for (var i = 0; i < point.length; i++) {
        for (var j = 0; j < i; j++) {
          information[i][j] = information[j][i];
        }
        gradient[i] -= problem.penalties()[i] * point[i];
        objective -= problem.penalties()[i] * point[i] * point[i] / 2;
        gradient[i] = isFixed(i) ? 0 : gradient[i];
      }
    }

    private void add(int row) {
      var weight = problem.weight()[row];
      var outcome = problem.outcome()[row];
      var logit = problem.logit(row, point);
      var small = Math.exp(-Math.abs(logit));
      var chance = logit >= 0 ? 1 / (1 + small) : small / (1 + small);
      objective += weight * (outcome * logit - Math.max(logit, 0) - Math.log1p(small));
      var residual = weight * (outcome - chance);
      var bent = weight * chance * (1 - chance);
      var a = problem.left()[row];
      var b = problem.right()[row];
      gradient[a] += residual;
      gradient[b] -= residual;
      information[a][a] += bent;
      information[b][b] += bent;
      information[Math.min(a, b)][Math.max(a, b)] -= bent;
      for (var f = 0; f < problem.features().length; f++) {
        var at = problem.systems() + f;
        var value = problem.features()[f][row];
        gradient[at] += residual * value;
        information[a][at] += bent * value;
        information[b][at] -= bent * value;
        for (var other = f; other < problem.features().length; other++) {
          information[at][problem.systems() + other] +=
              bent * value * problem.features()[other][row];
        }
      }
    }

    /// What the step solves by: with the penalties, with strengths that keep their sum, and without
    /// coefficients that are frozen.
    double[][] penalised() {
      var systems = problem.systems();
      var trace = 0.0;
      for (var i = 0; i < systems; i++) {
        trace += information[i][i];
      }
      var penalised = new double[point.length][];
      for (var i = 0; i < point.length; i++) {
        penalised[i] = information[i].clone();
        for (var j = 0; j < point.length; j++) {
          if (i < systems && j < systems && problem.penalties()[0] == 0) {
            penalised[i][j] += trace / ((double) systems * systems);
          } else if (isFixed(i) || isFixed(j)) {
            penalised[i][j] = i == j ? 1 : 0;
          }
        }
        penalised[i][i] += problem.penalties()[i];
      }
      return penalised;
    }

    double rounding() {
      return 1e-12 * Math.abs(objective);
    }

    private boolean isFixed(int place) {
      return problem.isFrozen() && place >= problem.systems();
    }
  }
}

package palmares.scoring.battle;

import java.util.List;
import java.util.stream.IntStream;
import palmares.scoring.algebra.Cholesky;
import palmares.scoring.battle.StyleFit.Problem;

/// What features of style say beside each other and beside who fought: the products of the columns
/// of a [Problem], less what the systems explain of them.
final class StyleDesign {

  /// Less than this of a feature's own square is rounding.
  private static final double LEAST = 1e-10;

  private final double[][] systems;
  private final double[][] mixed; // by feature, then system
  private final double[][] squares; // by features

  private StyleDesign(Problem problem) {
    var size = problem.features().length;
    systems = new double[problem.systems()][problem.systems()];
    mixed = new double[size][problem.systems()];
    squares = new double[size][size];
    for (var row = 0; row < problem.left().length; row++) {
      var a = problem.left()[row];
      var b = problem.right()[row];
      systems[a][a]++;
      systems[b][b]++;
      systems[a][b]--;
      systems[b][a]--;
      for (var f = 0; f < size; f++) {
        var value = problem.features()[f][row];
        mixed[f][a] += value;
        mixed[f][b] -= value;
        for (var other = 0; other < size; other++) {
          squares[f][other] += value * problem.features()[other][row];
        }
      }
    }
    StyleSample.fixGauge(systems, problem.systems());
  }

  /// @throws IllegalArgumentException if a feature is a sum of multiples of systems and of others
  static void requireDistinct(Problem problem, List<String> features) {
    var design = new StyleDesign(problem);
    var left = design.unexplained();
    for (var f = 0; f < features.size(); f++) {
      if (!(left[f][f] > LEAST * design.squares[f][f])) {
        throw new IllegalArgumentException(
            "features %s and the systems cannot be told apart: leave one of them out"
                .formatted(features.subList(0, f + 1)));
      }
      for (var i = f + 1; i < features.size(); i++) {
        var share = left[f][i] / left[f][f];
        for (var j = i; j < features.size(); j++) {
          left[i][j] -= share * left[f][j];
        }
      }
    }
  }

  /// The products of the features once the systems are taken out of them.
  private double[][] unexplained() {
    var factor = Cholesky.of(systems).orElseThrow();
    var left = new double[squares.length][];
    for (var f = 0; f < left.length; f++) {
      left[f] = squares[f].clone();
      var explained = factor.solve(mixed[f]);
      for (var other = 0; other < left.length; other++) {
        var from = mixed[other];
        left[f][other] -=
            IntStream.range(0, explained.length).mapToDouble(i -> explained[i] * from[i]).sum();
      }
    }
    return left;
  }
}

package palmares.scoring.battle;

import java.util.Arrays;
import java.util.Optional;
import palmares.scoring.algebra.Cholesky;

/// Bradley-Terry strengths of many resamples at once, from those of all battles: steps as Newton's,
/// but with the information of all battles in place of each resample's own, which is close to it.
///
/// Where a resample does not come to rest that way, or has no maximum for all systems, it is fitted
/// by itself.
final class ChordFit {

  private static final int MOST_ITERATIONS = 40;
  private static final double TOLERANCE = 1e-9;

  private final double[] start;
  private final Optional<double[][]> inverse;

  /// @param model fitted to all battles
  ChordFit(PairModel model) {
    start = model.theta();
    inverse = Cholesky.of(Gauge.zeroSum(model.information())).map(Cholesky::inverse);
  }

  /// `[system][resample]`; not a number where a system has no finite strength. Strengths have the
  /// mean that the same systems have with all battles.
  double[][] strengths(PairBlock block) {
    var theta = new double[start.length][block.resamples()];
    for (var i = 0; i < start.length; i++) {
      Arrays.fill(theta[i], start[i]);
    }
    var isOpen = new boolean[block.resamples()];
    for (var k = 0; k < isOpen.length; k++) {
      isOpen[k] = inverse.isPresent() && new WinGraph(block.counts(k)).isStrong();
    }
    var rests = inverse.map(bread -> iterate(block, bread, theta, isOpen)).orElse(isOpen);
    for (var k = 0; k < rests.length; k++) {
      if (!rests[k]) {
        var own = alone(block.counts(k));
        for (var i = 0; i < theta.length; i++) {
          theta[i][k] = own[i];
        }
      }
    }
    return theta;
  }

  /// Moves the strengths and says which resamples came to rest.
  ///
  /// @param wanted the resamples that are waited for
  private static boolean[] iterate(
      PairBlock block, double[][] bread, double[][] theta, boolean[] wanted) {
    var won = block.won();
    var largest = new double[wanted.length];
    var rests = new boolean[wanted.length];
    var odds = new double[theta.length][wanted.length];
    for (var iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      for (var i = 0; i < theta.length; i++) {
        for (var k = 0; k < wanted.length; k++) {
          odds[i][k] = Math.exp(theta[i][k]);
        }
      }
      var slope = block.expected(odds);
      for (var i = 0; i < slope.length; i++) {
        for (var k = 0; k < wanted.length; k++) {
          slope[i][k] = won[i][k] - slope[i][k];
        }
      }
      Arrays.fill(largest, 0);
      for (var i = 0; i < theta.length; i++) {
        step(bread[i], slope, theta[i], largest);
      }
      var open = 0;
      for (var k = 0; k < wanted.length; k++) {
        rests[k] = wanted[k] && largest[k] <= TOLERANCE;
        open += wanted[k] && !rests[k] ? 1 : 0;
      }
      if (open == 0) {
        break;
      }
    }
    return rests;
  }

  /// Moves one system in all resamples.
  private static void step(double[] bread, double[][] slope, double[] theta, double[] largest) {
    var step = new double[theta.length];
    for (var j = 0; j < bread.length; j++) {
      add(step, bread[j], slope[j]);
    }
    for (var k = 0; k < step.length; k++) {
      theta[k] += step[k];
      largest[k] = Math.max(largest[k], Math.abs(step[k]));
    }
  }

  private static void add(double[] sums, double factor, double[] values) {
    for (var k = 0; k < sums.length; k++) {
      sums[k] += factor * values[k];
    }
  }

  /// The strengths of one resample, of the systems that have one there.
  private double[] alone(PairCounts counts) {
    var ranked = Separation.of(counts).ranked();
    var theta = new double[start.length];
    Arrays.fill(theta, Double.NaN);
    var fit = NewtonFit.of(counts.among(ranked));
    if (!fit.fit().converged()) {
      return theta;
    }
    var own = fit.model().theta();
    var mean = Arrays.stream(ranked).mapToDouble(i -> start[i]).average().orElse(0);
    for (var k = 0; k < ranked.length; k++) {
      theta[ranked[k]] = mean + own[k];
    }
    return theta;
  }
}

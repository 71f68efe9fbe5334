package palmares.scoring.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How two evaluators' values of the same responses go together, from -1 to 1.
///
/// Pearson's r is the covariance over the product of the standard deviations: 1 where one is a
/// rising straight line of the other. Spearman's rho is the same of the ranks, ties at their mean
/// rank: 1 where both put the responses in the same order.
///
/// @param responses that both have a value for
/// @param pearson and `spearman`: absent where either gave all of them the same value, or where
///   there are fewer than two
public record Correlation(int responses, @Nullable Double pearson, @Nullable Double spearman) {

  /// @param x and `y`: the values of the same responses, in the same order, all finite
  /// @throws IllegalArgumentException if they are not equally many
  public static Correlation of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "both evaluators need a value for each response: " + x.length + " and " + y.length);
    }
    return new Correlation(x.length, pearson(x, y), pearson(ranks(x), ranks(y)));
  }

  private static @Nullable Double pearson(double[] x, double[] y) {
    if (isConstant(x) || isConstant(y)) {
      return null;
    }
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return Math.clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)), -1.0, 1.0);
  }

  // Not by a variance of 0: the mean of equal values need not be that value.
  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /// Ranks from 1, ties at the mean of their places.
  private static double[] ranks(double[] values) {
    var order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}

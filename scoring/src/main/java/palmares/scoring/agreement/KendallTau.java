package palmares.scoring.agreement;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Kendall's tau-b: how far two raters put the same items into the same order, from -1 to 1.
///
/// `(c - d) / sqrt((m - x) (m - y))`: c pairs in the same order, d in the opposite one, m pairs in
/// all, x and y those that the first and the second rater tie.
///
/// Source: M. Kendall, The Treatment of Ties in Ranking Problems, Biometrika 33 (1945); counted by
/// sorting, W. Knight, JASA 61 (1966).
public final class KendallTau {

  private KendallTau() {}

  /// @param x and `y`: the values of the same items, in the same order, all finite
  /// @return empty where either gave all of them the same value, or there are fewer than two
  /// @throws IllegalArgumentException if they are not equally many
  public static OptionalDouble b(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "both raters need a value for each item: " + x.length + " and " + y.length);
    }
    var order =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var sortedX = IntStream.of(order).mapToDouble(i -> x[i]).toArray();
    var byX = IntStream.of(order).mapToDouble(i -> y[i]).toArray();
    var tiedInBoth = tiedInBoth(sortedX, byX);
    var tiedX = tied(sortedX);
    var sortedY = byX.clone();
    var swaps = swaps(sortedY, new double[x.length], 0, x.length);
    var tiedY = tied(sortedY);
    var pairs = x.length * (x.length - 1.0) / 2;
    if (tiedX == pairs || tiedY == pairs) {
      return OptionalDouble.empty();
    }
    var ahead = pairs - tiedX - tiedY + tiedInBoth - 2 * swaps;
    return OptionalDouble.of(
        Math.clamp(ahead / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY), -1.0, 1.0));
  }

  private static double tied(double[] sorted) {
    var pairs = 0.0;
    var run = 0;
    for (var i = 1; i < sorted.length; i++) {
      run = sorted[i] == sorted[i - 1] ? run + 1 : 0;
      pairs += run;
    }
    return pairs;
  }

  private static double tiedInBoth(double[] x, double[] y) {
    var pairs = 0.0;
    var run = 0;
    for (var i = 1; i < x.length; i++) {
      run = x[i] == x[i - 1] && y[i] == y[i - 1] ? run + 1 : 0;
      pairs += run;
    }
    return pairs;
  }

  /// Sorts a stretch and counts the pairs that stood the wrong way round.
  private static double swaps(double[] values, double[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    var middle = (from + to) >>> 1;
    var swaps = swaps(values, spare, from, middle) + swaps(values, spare, middle, to);
    var left = from;
    var right = middle;
    for (var k = from; k < to; k++) {
      if (right == to || left < middle && values[left] <= values[right]) {
        spare[k] = values[left++];
      } else {
        spare[k] = values[right++];
        swaps += middle - left;
      }
    }
    System.arraycopy(spare, from, values, from, to - from);
    return swaps;
  }
}

package palmares.scoring.battle;

import java.util.ArrayDeque;
import java.util.Arrays;

/// Draws of whole numbers by given weights, each in constant time: a column of even chance, then
/// the number of that column or the one it shares it with.
///
/// Chances are kept to `2^-32`. Source: A. Walker 1977; M. Vose, IEEE Transactions on Software
/// Engineering 17 (1991).
final class AliasTable {

  private static final double ONE = 0x1p32;

  private final int first;
  private final long[] kept; // how much of a column is its own number's, out of 2^32
  private final int[] alias;

  /// @param first the number that the first weight belongs to
  /// @param weights 0 or more, not all 0
  AliasTable(int first, double[] weights) {
    this.first = first;
    kept = new long[weights.length];
    alias = new int[weights.length];
    var scale = weights.length / Arrays.stream(weights).sum();
    var share = Arrays.stream(weights).map(weight -> weight * scale).toArray();
    var small = new ArrayDeque<Integer>();
    var large = new ArrayDeque<Integer>();
    for (var k = 0; k < share.length; k++) {
      (share[k] < 1 ? small : large).add(k);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int lesser = small.remove();
      int greater = large.remove();
      kept[lesser] = (long) (share[lesser] * ONE);
      alias[lesser] = greater;
      share[greater] -= 1 - share[lesser];
      (share[greater] < 1 ? small : large).add(greater);
    }
    // What is left on either side is full but for rounding.
    small.forEach(k -> kept[k] = (long) ONE);
    large.forEach(k -> kept[k] = (long) ONE);
  }

  /// The Poisson distribution, without tails that no draw would reach.
  ///
  /// @param mean greater than 0
  static AliasTable poisson(double mean) {
    var reach = 10 * Math.sqrt(mean) + 20;
    var first = (int) Math.max(0, Math.floor(mean - reach));
    var weights = new double[(int) (mean + reach) - first + 1];
    var mode = (int) mean;
    weights[mode - first] = 1;
    for (var k = mode + 1; k < first + weights.length; k++) {
      weights[k - first] = weights[k - 1 - first] * mean / k;
    }
    for (var k = mode; k > first; k--) {
      weights[k - 1 - first] = weights[k - first] * k / mean;
    }
    return new AliasTable(first, weights);
  }

  int draw(SplitMix random) {
    var bits = random.nextLong();
    var column = (int) ((bits >>> 32) * kept.length >>> 32);
    return first + ((bits & 0xFFFFFFFFL) < kept[column] ? column : alias[column]);
  }
}

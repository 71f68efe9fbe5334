package palmares.scoring.ranking;

import java.util.Arrays;

/// One number from the values of some examples. Greater is better.
interface Aggregate {

  /// The arithmetic mean.
  Aggregate MEAN =
      (values, counts) -> {
        var sum = 0.0;
        var count = 0.0;
        for (var i = 0; i < values.length; i++) {
          sum += counts[i] * values[i];
          count += counts[i];
        }
        return sum / count;
      };

  /// @param values the value of each example of the benchmark
  /// @param counts how often each counts: whole numbers from 0, not all of them 0
  double of(double[] values, double[] counts);

  default double ofAll(double[] values) {
    return of(values, once(values.length));
  }

  /// Every example once.
  static double[] once(int examples) {
    var counts = new double[examples];
    Arrays.fill(counts, 1);
    return counts;
  }

  /// The examples at these positions once, the others not.
  static double[] only(int[] positions, int examples) {
    var counts = new double[examples];
    for (var position : positions) {
      counts[position] = 1;
    }
    return counts;
  }
}

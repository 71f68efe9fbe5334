package palmares.scoring.ranking;

import java.util.Arrays;

/// One number from the values of some examples. Greater is better.
interface Aggregate {

  /// The arithmetic mean.
  Aggregate MEAN = PlainMean.MEAN;

  /// @param values the value of each example of the benchmark
  /// @param counts how often each counts: whole numbers from 0, not all of them 0
  double of(double[] values, double[] counts);

  /// This aggregate on resamples: what depends on them alone is computed once for all rows.
  Resampled over(Resamples resamples);

  /// An aggregate of a row of values on each of some resamples.
  interface Resampled {
    /// @param results filled with one number for each resample
    void of(double[] values, double[] results);
  }

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

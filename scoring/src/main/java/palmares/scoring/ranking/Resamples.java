package palmares.scoring.ranking;

import java.util.Arrays;
import java.util.List;

/// Some of the resamples of a [Bootstrap], side by side, so that one pass over a row of values
/// serves all of them.
///
/// @param first the round of the first of them
/// @param size how many they are
/// @param counts how often each example (first index) is in each of them (second index)
record Resamples(int first, int size, double[][] counts) {

  /// The aggregate of each row (first index) on each resample (second index).
  double[][] values(List<double[]> rows, Aggregate aggregate) {
    var aggregates = aggregate.over(this);
    var values = new double[rows.size()][size];
    for (var i = 0; i < values.length; i++) {
      aggregates.of(rows.get(i), values[i]);
    }
    return values;
  }

  /// The sum of the values of some examples in each resample, added in the order of `examples`.
  void sum(int[] examples, double[] values, double[] sums) {
    Arrays.fill(sums, 0, size, 0);
    for (var example : examples) {
      add(counts[example], values[example], sums);
    }
  }

  /// How many of some examples are in each resample.
  double[] count(int[] examples) {
    var totals = new double[size];
    for (var example : examples) {
      add(counts[example], 1, totals);
    }
    return totals;
  }

  // Apart and without a branch, so that it becomes vector instructions.
  private void add(double[] times, double value, double[] sums) {
    for (var i = 0; i < size; i++) {
      sums[i] += times[i] * value;
    }
  }
}

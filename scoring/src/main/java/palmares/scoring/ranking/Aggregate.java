package palmares.scoring.ranking;

import java.util.stream.IntStream;

/// One number from the values of some examples. Greater is better.
interface Aggregate {

  /// The arithmetic mean.
  Aggregate MEAN =
      (values, examples) -> {
        var sum = 0.0;
        for (var example : examples) {
          sum += values[example];
        }
        return sum / examples.length;
      };

  /// @param values the value of each example of the benchmark
  /// @param examples the positions to count, at least one; a position may stand more than once
  double of(double[] values, int[] examples);

  default double ofAll(double[] values) {
    return of(values, all(values.length));
  }

  /// Every position once.
  static int[] all(int examples) {
    return IntStream.range(0, examples).toArray();
  }
}

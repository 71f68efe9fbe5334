package palmares.scoring.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Percentile intervals from examples drawn again with replacement, all of them from one pool: a
/// resample may hold more of one category than the benchmark does.
///
/// All subjects see the same draws. [Random] is used because its numbers are fixed by its
/// specification, so that a ranking can be made again on any Java.
record Bootstrap(int rounds, long seed, double level) {

  static Bootstrap of(Settings settings) {
    return new Bootstrap(
        settings.atLeast(100, "rounds", 1000),
        settings.integer("seed", 1),
        settings.share("level", 0.95));
  }

  Settings addTo(Settings settings) {
    return settings.with("rounds", rounds).with("seed", seed).with("level", level);
  }

  interface Resample {
    void use(int round, double[] counts);
  }

  /// Hands out how often each resample counts each example; the array is used again.
  void resample(int examples, Resample resample) {
    var random = new Random(seed);
    var counts = new double[examples];
    for (var round = 0; round < rounds; round++) {
      Arrays.fill(counts, 0);
      for (var i = 0; i < examples; i++) {
        counts[random.nextInt(examples)]++;
      }
      resample.use(round, counts);
    }
  }

  /// The aggregate of each row on each resample.
  double[][] values(List<double[]> rows, Aggregate aggregate) {
    var values = new double[rows.size()][rounds];
    resample(
        rows.getFirst().length,
        (round, counts) -> {
          for (var i = 0; i < rows.size(); i++) {
            values[i][round] = aggregate.of(rows.get(i), counts);
          }
        });
    return values;
  }

  /// The middle `level` of the values; empty where all are the same but for rounding.
  Optional<Interval> interval(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    var low = quantile(sorted, (1 - level) / 2);
    var high = quantile(sorted, (1 + level) / 2);
    var least = sorted[0];
    var greatest = sorted[sorted.length - 1];
    return greatest - least <= 1e-12 * Math.max(1, Math.abs(greatest))
        ? Optional.empty()
        : Optional.of(new Interval(low, high, level));
  }

  /// Linear between the two nearest, as numpy and R (type 7) do.
  private static double quantile(double[] sorted, double share) {
    var place = share * (sorted.length - 1);
    var below = (int) Math.floor(place);
    var above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}

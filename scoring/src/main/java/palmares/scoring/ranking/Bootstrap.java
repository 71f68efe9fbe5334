package palmares.scoring.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/// Percentile intervals from examples drawn again with replacement, all of them from one pool: a
/// resample may hold more of one category than the benchmark does.
///
/// All subjects see the same draws. [Random] is used because its numbers are fixed by its
/// specification, so that a ranking can be made again on any Java.
public record Bootstrap(int rounds, long seed, double level) {

  // So many that their counts of 1,000 examples stay in a processor's cache.
  private static final int BLOCK = 64;

  /// @throws IllegalArgumentException if a setting is out of its range
  public static Bootstrap of(Settings settings) {
    return new Bootstrap(
        settings.atLeast(100, "rounds", 1000),
        settings.integer("seed", 1),
        settings.share("level", 0.95));
  }

  public Settings addTo(Settings settings) {
    return settings.with("rounds", rounds).with("seed", seed).with("level", level);
  }

  /// Hands out the resamples, some at a time; their arrays are used again.
  void resample(int examples, Consumer<Resamples> use) {
    var random = new Random(seed);
    var counts = new double[examples][BLOCK];
    for (var first = 0; first < rounds; first += BLOCK) {
      var size = Math.min(BLOCK, rounds - first);
      for (var own : counts) {
        Arrays.fill(own, 0);
      }
      for (var i = 0; i < size; i++) {
        for (var draw = 0; draw < examples; draw++) {
          counts[random.nextInt(examples)][i]++;
        }
      }
      use.accept(new Resamples(first, size, counts));
    }
  }

  /// The aggregate of each row on each resample.
  double[][] values(List<double[]> rows, Aggregate aggregate) {
    var values = new double[rows.size()][rounds];
    resample(
        rows.getFirst().length,
        resamples -> {
          var block = resamples.values(rows, aggregate);
          for (var i = 0; i < rows.size(); i++) {
            System.arraycopy(block[i], 0, values[i], resamples.first(), resamples.size());
          }
        });
    return values;
  }

  /// The mean of each resample of one row, without room for the counts of all resamples.
  ///
  /// @param row at least one value
  public double[] means(double[] row) {
    var random = new Random(seed);
    var means = new double[rounds];
    for (var round = 0; round < rounds; round++) {
      var sum = 0.0;
      for (var draw = 0; draw < row.length; draw++) {
        sum += row[random.nextInt(row.length)];
      }
      means[round] = sum / row.length;
    }
    return means;
  }

  /// The middle `level` of the values; empty where all are the same but for rounding.
  public Optional<Interval> interval(double[] values) {
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

  /// Linear between the two nearest, as numpy and R (type 7) do; an infinite one of them decides.
  public static double quantile(double[] sorted, double share) {
    var place = share * (sorted.length - 1);
    var below = (int) Math.floor(place);
    var above = Math.min(below + 1, sorted.length - 1);
    return place == below || Double.isInfinite(sorted[below])
        ? sorted[below]
        : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}

package palmares.scoring.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import palmares.scoring.ranking.Interval;

/// Krippendorff's alpha: agreement of any number of raters, with gaps, on any scale; 1 for full
/// agreement, 0 for what chance gives.
///
/// `1 - (n - 1) sum o_ck d_ck / sum n_c n_k d_ck`: `o_ck` counts the pairs of values c and k within
/// units, each pair of a unit of m values weighing `1 / (m - 1)`, `n_c` the values c that are in a
/// pair, n all of them, and `d_ck` how far the two are apart. Units with fewer than two values
/// count for nothing.
///
/// Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
public final class KrippendorffAlpha {

  /// How far two values are apart.
  public enum Level {
    /// Equal or not.
    NOMINAL,
    /// By the number of values that lie between: `(sum over g from c to k of n_g - (n_c + n_k) /
    /// 2)^2`.
    ORDINAL,
    /// `(c - k)^2`.
    INTERVAL,
    /// `((c - k) / (c + k))^2`.
    RATIO
  }

  private final Level level;
  private final double[] values; // distinct and rising
  private final List<int[]> units; // as places in values, two or more each

  private KrippendorffAlpha(Level level, double[] values, List<int[]> units) {
    this.level = level;
    this.values = values;
    this.units = units;
  }

  /// @param units the values given to each item, gaps left out
  /// @throws IllegalArgumentException if a value is not finite, or negative on a ratio scale
  public static KrippendorffAlpha of(List<double[]> units, Level level) {
    var paired = units.stream().filter(unit -> unit.length > 1).toList();
    var values =
        paired.stream()
            .flatMapToDouble(DoubleStream::of)
            .map(KrippendorffAlpha::unsigned)
            .distinct()
            .sorted()
            .toArray();
    for (var value : values) {
      if (!Double.isFinite(value) || level == Level.RATIO && value < 0) {
        throw new IllegalArgumentException(
            "values must be finite, and 0 or more on a ratio scale: " + value);
      }
    }
    var places = new ArrayList<int[]>();
    for (var unit : paired) {
      places.add(
          Arrays.stream(unit)
              .mapToInt(value -> Arrays.binarySearch(values, unsigned(value)))
              .toArray());
    }
    return new KrippendorffAlpha(level, values, places);
  }

  /// @return empty where no two values differ, so that there is nothing to agree on
  public OptionalDouble alpha() {
    return alpha(units);
  }

  /// How many items have two values or more.
  public int units() {
    return units.size();
  }

  /// The middle `level` of the alphas of resampled units; those that leave no two values that
  /// differ are left out.
  ///
  /// @return empty where alpha is, or where all of them are one value
  public Optional<Interval> bootstrap(int rounds, long seed, double share) {
    if (alpha().isEmpty()) {
      return Optional.empty();
    }
    var random = new SplittableRandom(seed);
    var alphas =
        IntStream.range(0, rounds)
            .mapToObj(round -> alpha(resampled(random)))
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    return alphas.length == 0 || alphas[0] == alphas[alphas.length - 1]
        ? Optional.empty()
        : Optional.of(
            new Interval(
                quantile(alphas, (1 - share) / 2), quantile(alphas, (1 + share) / 2), share));
  }

  private List<int[]> resampled(SplittableRandom random) {
    return IntStream.range(0, units.size())
        .mapToObj(k -> units.get(random.nextInt(units.size())))
        .toList();
  }

  private OptionalDouble alpha(List<int[]> sample) {
    var together = new double[values.length][values.length];
    var counts = new double[values.length];
    for (var unit : sample) {
      var share = 1.0 / (unit.length - 1);
      for (var a = 0; a < unit.length; a++) {
        counts[unit[a]]++;
        for (var b = 0; b < unit.length; b++) {
          together[unit[a]][unit[b]] += a == b ? 0 : share;
        }
      }
    }
    var upTo = counts.clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    var total = Arrays.stream(counts).sum();
    var observed = 0.0;
    var expected = 0.0;
    for (var c = 0; c < values.length; c++) {
      for (var k = c + 1; k < values.length; k++) {
        var apart = apart(c, k, counts, upTo);
        observed += together[c][k] * apart;
        expected += counts[c] * counts[k] * apart;
      }
    }
    return expected > 0
        ? OptionalDouble.of(1 - (total - 1) * observed / expected)
        : OptionalDouble.empty();
  }

  /// @param upTo the sums of the counts from the first on
  private double apart(int c, int k, double[] counts, double[] upTo) {
    return switch (level) {
      case NOMINAL -> 1;
      case ORDINAL -> {
        var between = upTo[k] - upTo[c] + (counts[c] - counts[k]) / 2;
        yield between * between;
      }
      case INTERVAL -> Math.pow(values[c] - values[k], 2);
      case RATIO -> Math.pow((values[c] - values[k]) / (values[c] + values[k]), 2);
    };
  }

  /// Zero and negative zero are one value.
  private static double unsigned(double value) {
    return value + 0.0;
  }

  private static double quantile(double[] sorted, double share) {
    var place = share * (sorted.length - 1);
    var below = (int) place;
    var above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}

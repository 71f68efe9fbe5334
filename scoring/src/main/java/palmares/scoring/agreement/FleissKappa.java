package palmares.scoring.agreement;

import java.util.OptionalDouble;

/// Fleiss' kappa: agreement beyond chance where each item was rated equally often, not always by
/// the same raters.
///
/// `(P - E) / (1 - E)`: `P` is the mean over items of the share of pairs of ratings that agree, `E`
/// the sum over categories of the square of their share among all ratings.
///
/// Source: J. Fleiss, Measuring Nominal Scale Agreement Among Many Raters, Psychological Bulletin
/// 76 (1971).
public final class FleissKappa {

  private FleissKappa() {}

  /// @param counts `[item][category]` = how many ratings put the item there
  /// @return empty where all ratings are of one category, or there are no items
  /// @throws IllegalArgumentException if items were not rated equally often, or only once
  public static OptionalDouble of(int[][] counts) {
    if (counts.length == 0) {
      return OptionalDouble.empty();
    }
    var ratings = ratings(counts[0]);
    if (ratings < 2) {
      throw new IllegalArgumentException("each item needs two ratings or more: " + ratings);
    }
    var agreeing = 0.0;
    var totals = new double[counts[0].length];
    for (var item : counts) {
      if (ratings(item) != ratings) {
        throw new IllegalArgumentException(
            "each item must be rated equally often: %d and %d".formatted(ratings, ratings(item)));
      }
      for (var category = 0; category < item.length; category++) {
        agreeing += (double) item[category] * (item[category] - 1);
        totals[category] += item[category];
      }
    }
    var all = (double) counts.length * ratings;
    var observed = agreeing / (all * (ratings - 1));
    var expected = 0.0;
    var used = 0;
    for (var total : totals) {
      expected += total / all * (total / all);
      used += total > 0 ? 1 : 0;
    }
    return used > 1
        ? OptionalDouble.of((observed - expected) / (1 - expected))
        : OptionalDouble.empty();
  }

  private static int ratings(int[] item) {
    var sum = 0;
    for (var count : item) {
      sum += count;
    }
    return sum;
  }
}

package palmares.scoring.battle;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Battles with counts of the style of both responses, such as tokens, headers or list items.
///
/// @param features their names
/// @param left `[feature][battle]` of the left response, 0 or more
/// @param right the same of the right one
public record StyledBattles(
    Battles battles, List<String> features, double[][] left, double[][] right) {

  /// @throws IllegalArgumentException if there is no feature or one stands twice, the counts do not
  ///   match the battles, or one is negative or no finite number
  public StyledBattles {
    features = List.copyOf(features);
    if (features.isEmpty() || new HashSet<>(features).size() < features.size()) {
      throw new IllegalArgumentException("one feature or more is needed, each once: " + features);
    }
    check(battles, features, left);
    check(battles, features, right);
  }

  /// The difference of the sides as a share of both, `(left - right) / (left + right + extra)`, and
  /// 0 where both have none.
  double[][] shares(double extra) {
    var shares = new double[features.size()][battles.size()];
    for (var f = 0; f < shares.length; f++) {
      for (var k = 0; k < battles.size(); k++) {
        var both = left[f][k] + right[f][k] + extra;
        shares[f][k] = both == 0 ? 0 : (left[f][k] - right[f][k]) / both;
      }
    }
    return shares;
  }

  private static void check(Battles battles, List<String> features, double[][] counts) {
    if (counts.length != features.size()
        || Arrays.stream(counts).anyMatch(row -> row.length != battles.size())) {
      throw new IllegalArgumentException(
          "each of %d features needs a count for each of %d battles"
              .formatted(features.size(), battles.size()));
    }
    for (var f = 0; f < counts.length; f++) {
      for (var count : counts[f]) {
        if (!(count >= 0) || Double.isInfinite(count)) {
          throw new IllegalArgumentException(
              "a count of '%s' must be 0 or more and finite: %s".formatted(features.get(f), count));
        }
      }
    }
  }
}

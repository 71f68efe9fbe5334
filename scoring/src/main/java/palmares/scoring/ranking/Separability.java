package palmares.scoring.ranking;

import java.util.List;
import java.util.OptionalDouble;

/// How well a ranking tells its subjects apart: the share of pairs whose intervals do not overlap.
///
/// Source: T. Li et al., From Crowdsourced Data to High-Quality Benchmarks: Arena-Hard (2024).
public final class Separability {

  private Separability() {}

  /// @return empty for fewer than two intervals
  public static OptionalDouble of(List<Interval> intervals) {
    var apart = 0;
    for (var i = 0; i < intervals.size(); i++) {
      for (var j = 0; j < i; j++) {
        var one = intervals.get(i);
        var other = intervals.get(j);
        apart += one.high() < other.low() || other.high() < one.low() ? 1 : 0;
      }
    }
    var pairs = intervals.size() * (intervals.size() - 1) / 2;
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) apart / pairs);
  }
}

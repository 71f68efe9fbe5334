package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Places from values and intervals, the same way for every method.
///
/// A rank counts the subjects with a greater value, plus 1. The range of a rank counts, for its
/// best end, those whose whole interval lies above, and for its worst end, those whose interval
/// reaches up to the own one: `rankLow = 1 + #{j: low_j > high_i}`, `rankHigh = 1 + #{j != i:
/// high_j >= low_i}`. A subject without an interval counts as a point, one whose interval is not
/// known could be anywhere. A tie group starts with its best subject and takes those whose interval
/// reaches up to that of the first.
public final class RankRanges {

  private static final Comparator<Standing> BEST_FIRST =
      Comparator.comparingDouble(Standing::value).reversed().thenComparing(Standing::subject);

  private RankRanges() {}

  /// A subject with its value (greater is better), before it has a place.
  ///
  /// @param isAnywhere whether its interval is not known, so that its rank is not either
  public record Standing(
      String subject,
      double value,
      Optional<Interval> interval,
      Map<String, Double> columns,
      Map<String, String> labels,
      boolean isAnywhere) {

    public Standing(
        String subject,
        double value,
        Optional<Interval> interval,
        Map<String, Double> columns,
        Map<String, String> labels) {
      this(subject, value, interval, columns, labels, false);
    }

    public Standing(
        String subject, double value, Optional<Interval> interval, Map<String, Double> columns) {
      this(subject, value, interval, columns, Map.of());
    }

    /// One whose interval is not known; the labels say why.
    public static Standing anywhere(
        String subject, double value, Map<String, Double> columns, Map<String, String> labels) {
      return new Standing(subject, value, Optional.empty(), columns, labels, true);
    }

    private double low() {
      return isAnywhere ? Double.NEGATIVE_INFINITY : interval.map(Interval::low).orElse(value);
    }

    private double high() {
      return isAnywhere ? Double.POSITIVE_INFINITY : interval.map(Interval::high).orElse(value);
    }
  }

  /// All standings with their places, best first, equal values by name.
  public static List<Rating.Ranked> of(List<Standing> standings) {
    var sorted = standings.stream().sorted(BEST_FIRST).toList();
    var ranked = new ArrayList<Rating.Ranked>(sorted.size());
    var group = 0;
    var groupLow = Double.POSITIVE_INFINITY;
    for (var standing : sorted) {
      if (standing.high() < groupLow) {
        group++;
        groupLow = standing.low();
      }
      ranked.add(place(standing, sorted, group));
    }
    return List.copyOf(ranked);
  }

  private static Rating.Ranked place(Standing own, List<Standing> all, int group) {
    var rank = 1;
    var rankLow = 1;
    var rankHigh = 0; // the subject itself reaches up to its own interval
    for (var other : all) {
      rank += other.value() > own.value() ? 1 : 0;
      rankLow += other.low() > own.high() ? 1 : 0;
      rankHigh += other.high() >= own.low() ? 1 : 0;
    }
    // A bootstrap interval may leave out the value itself; the range never leaves out the rank.
    return new Rating.Ranked(
        own.subject(),
        own.value(),
        own.interval(),
        rank,
        Math.min(rank, rankLow),
        Math.max(rank, rankHigh),
        group,
        own.columns(),
        own.labels());
  }
}

package palmares.scoring.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import palmares.scoring.agreement.KrippendorffAlpha;
import palmares.scoring.agreement.KrippendorffAlpha.Level;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// Whether a judge can stand in for a person: Krippendorff's alpha where it replaces one of the
/// people, mean over whom it replaces, less the alpha of the people.
///
/// The judge replaces a person's value where that person gave one and the judge did. It is helpful
/// where the whole interval is above 0, harmful where it is below, neutral else.
///
/// Source: A. Brassard et al., ACORN: Aspect-wise Commonsense Reasoning Explanation Evaluation
/// (2024).
///
/// @param people alpha of the people; empty where no two values differ
/// @param change empty likewise
/// @param interval of the change, items resampled; empty where it is constant
public record RaterReplacement(
    OptionalDouble people, OptionalDouble change, Optional<Interval> interval) {

  /// @param judge by item, NaN for a gap
  /// @param people by person and item, NaN for a gap; two or more
  /// @throws IllegalArgumentException if there are fewer than two people
  public static RaterReplacement of(
      double[] judge, double[][] people, Level level, Bootstrap bootstrap) {
    if (people.length < 2) {
      throw new IllegalArgumentException(
          "two people or more are needed to replace one: " + people.length);
    }
    var all = IntStream.range(0, judge.length).toArray();
    return new RaterReplacement(
        alpha(people, level, all),
        change(judge, people, level, all),
        ItemBootstrap.interval(
            judge.length, bootstrap, items -> change(judge, people, level, items)));
  }

  private static OptionalDouble change(
      double[] judge, double[][] people, Level level, int[] items) {
    var before = alpha(people, level, items);
    var after =
        IntStream.range(0, people.length)
            .mapToObj(person -> alpha(replaced(judge, people, person), level, items))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return before.isPresent() && after.length == people.length
        ? OptionalDouble.of(Arrays.stream(after).average().orElseThrow() - before.getAsDouble())
        : OptionalDouble.empty();
  }

  private static double[][] replaced(double[] judge, double[][] people, int person) {
    var replaced = people.clone();
    replaced[person] =
        IntStream.range(0, judge.length)
            .mapToDouble(item ->
                Double.isNaN(people[person][item]) || Double.isNaN(judge[item])
                    ? people[person][item]
                    : judge[item])
            .toArray();
    return replaced;
  }

  private static OptionalDouble alpha(double[][] raters, Level level, int[] items) {
    List<double[]> units =
        Arrays.stream(items)
            .mapToObj(item ->
                Arrays.stream(raters)
                    .mapToDouble(rater -> rater[item])
                    .filter(value -> !Double.isNaN(value))
                    .toArray())
            .toList();
    return KrippendorffAlpha.of(units, level).alpha();
  }
}

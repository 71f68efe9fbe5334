package palmares.scoring.board;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// WB-Reward, -100 to 100: the mean of the rewards of outcomes against a baseline, +1, +0.5, 0,
/// -0.5 and -1 for much better to much worse.
///
/// Source: WildBench `leaderboard/data_dir/_merge_results.py`. There the sum over all examples is
/// divided by their number though outcomes with an empty or cut-off side are left out of it, which
/// draws all rewards to 0: [#overTotal]. A baseline that a system was not compared with counts 0
/// there.
public final class WbReward {

  private WbReward() {}

  /// How often each outcome came up.
  ///
  /// @throws IllegalArgumentException if a count is not 0 or more
  public record Counts(
      double muchBetter, double better, double ties, double worse, double muchWorse) {
    public Counts {
      for (var count : new double[] {muchBetter, better, ties, worse, muchWorse}) {
        if (!(count >= 0) || Double.isInfinite(count)) {
          throw new IllegalArgumentException("a count must be 0 or more: " + count);
        }
      }
    }

    public static Counts of(Collection<BaselineOutcome> outcomes) {
      return new Counts(
          times(outcomes, BaselineOutcome.MUCH_BETTER),
          times(outcomes, BaselineOutcome.SLIGHTLY_BETTER),
          times(outcomes, BaselineOutcome.TIE),
          times(outcomes, BaselineOutcome.SLIGHTLY_WORSE),
          times(outcomes, BaselineOutcome.MUCH_WORSE));
    }

    public double judged() {
      return muchBetter + better + ties + worse + muchWorse;
    }

    private double sum() {
      return muchBetter + 0.5 * better - 0.5 * worse - muchWorse;
    }

    private static long times(Collection<BaselineOutcome> outcomes, BaselineOutcome wanted) {
      return outcomes.stream().filter(wanted::equals).count();
    }
  }

  /// The mean over the outcomes there are; empty where there is none.
  public static OptionalDouble overJudged(Counts counts) {
    return counts.judged() > 0
        ? OptionalDouble.of(100 * counts.sum() / counts.judged())
        : OptionalDouble.empty();
  }

  /// The sum over the outcomes divided by all examples, as WildBench does.
  ///
  /// @throws IllegalArgumentException if there are fewer examples than outcomes, or none
  public static double overTotal(Counts counts, double examples) {
    if (!(examples >= counts.judged() && examples > 0)) {
      throw new IllegalArgumentException(
          "%s outcomes cannot be of %s examples".formatted(counts.judged(), examples));
    }
    return 100 * counts.sum() / examples;
  }

  /// The weighted mean over categories of the mean over the outcomes of each.
  ///
  /// @throws IllegalArgumentException if the categories of counts and weights differ, a weight is
  ///   not greater than 0 and finite, or a category has no outcome
  public static double byCategory(Map<String, Counts> counts, Map<String, Double> weights) {
    if (!counts.keySet().equals(weights.keySet())) {
      throw new IllegalArgumentException(
          "counts are of the categories %s, weights of %s"
              .formatted(new TreeSet<>(counts.keySet()), new TreeSet<>(weights.keySet())));
    }
    weights.forEach((category, weight) -> {
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "the weight of category '%s' must be greater than 0 and finite: %s"
                .formatted(category, weight));
      }
    });
    var sum = 0.0;
    var total = 0.0;
    for (var category : new TreeSet<>(counts.keySet())) {
      double weight = weights.getOrDefault(category, 0.0);
      sum +=
          weight
              * overJudged(counts.getOrDefault(category, new Counts(0, 0, 0, 0, 0)))
                  .orElseThrow(() ->
                      new IllegalArgumentException("category '" + category + "' has no outcome"));
      total += weight;
    }
    return sum / total;
  }
}

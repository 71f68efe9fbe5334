package palmares.scoring.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// By how much a judge favours its own responses: the rate at which they win by its own verdicts
/// less the rate at which they win by gold ones, so that a judge is not blamed for being good.
///
/// A verdict above 1/2 is a win of the judge's own response, 1/2 a tie, which counts half; the gold
/// verdict of an item is what the majority of its gold votes say.
///
/// Source: DBG bias, Beyond the Surface: Measuring Self-Preference in LLM Judgments (2025),
/// `cal_win_rate_hard.py`.
///
/// @param judge the rate by the judge
/// @param gold the rate by gold
/// @param interval of the difference, items resampled; empty where it is constant
public record SelfPreference(double judge, double gold, Optional<Interval> interval) {

  /// Judge less gold.
  public double bias() {
    return judge - gold;
  }

  /// @param own by item, what the judge says of its own response against another, from 0 to 1
  /// @param votes by item, the gold votes on the same, one or more each, from 0 to 1
  /// @throws IllegalArgumentException if there is no item, they are not equally many, an item has
  ///   no vote or a verdict is not from 0 to 1
  public static SelfPreference of(double[] own, double[][] votes, Bootstrap bootstrap) {
    if (own.length == 0 || own.length != votes.length) {
      throw new IllegalArgumentException(
          "one item or more is needed, each with gold votes: %d and %d"
              .formatted(own.length, votes.length));
    }
    var judge = Arrays.stream(own).map(SelfPreference::hard).toArray();
    var gold = Arrays.stream(votes).mapToDouble(SelfPreference::majority).toArray();
    var differences = IntStream.range(0, own.length).mapToDouble(i -> judge[i] - gold[i]).toArray();
    return new SelfPreference(
        Arrays.stream(judge).average().orElseThrow(),
        Arrays.stream(gold).average().orElseThrow(),
        bootstrap.interval(bootstrap.means(differences)));
  }

  private static double majority(double[] votes) {
    return hard(
        Arrays.stream(votes)
            .map(SelfPreference::hard)
            .average()
            .orElseThrow(() -> new IllegalArgumentException("an item has no gold vote")));
  }

  private static double hard(double verdict) {
    if (!(verdict >= 0 && verdict <= 1)) {
      throw new IllegalArgumentException("a verdict must be from 0 to 1: " + verdict);
    }
    return (1 + Math.signum(verdict - 0.5)) / 2;
  }
}

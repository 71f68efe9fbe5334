package palmares.scoring.battle;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// Elo ratings after as many battles drawn with replacement, fought in the order drawn: how much of
/// a rating is chance and order.
///
/// Source: FastChat `elo_analysis.py`, `get_bootstrap_result`, which shows the median of 100
/// rounds.
final class EloBootstrap {

  /// A battle takes about 20 nanoseconds; more than this many would take minutes.
  private static final double MOST_FOUGHT = 1e10;

  private final Bootstrap bootstrap;
  private final double[][] ratings; // [round][system]

  private EloBootstrap(Bootstrap bootstrap, double[][] ratings) {
    this.bootstrap = bootstrap;
    this.ratings = ratings;
  }

  /// @throws IllegalArgumentException if so many resamples of so many battles would take minutes
  static EloBootstrap of(Battles battles, EloRule rule, Bootstrap bootstrap) {
    if ((double) battles.size() * bootstrap.rounds() > MOST_FOUGHT) {
      throw new IllegalArgumentException(
          "%d resamples of %d battles are too many: their product must be at most %.0f"
              .formatted(bootstrap.rounds(), battles.size(), MOST_FOUGHT));
    }
    var ratings = new double[bootstrap.rounds()][];
    // Rounds are independent of each other, and of which thread does which.
    IntStream.range(0, ratings.length)
        .parallel()
        .forEach(
            round -> ratings[round] = fought(battles, rule, new SplitMix(bootstrap.seed(), round)));
    return new EloBootstrap(bootstrap, ratings);
  }

  Optional<Interval> interval(int system) {
    return bootstrap.interval(of(system));
  }

  double median(int system) {
    var sorted = of(system);
    Arrays.sort(sorted);
    return Bootstrap.quantile(sorted, 0.5);
  }

  private double[] of(int system) {
    return Arrays.stream(ratings).mapToDouble(round -> round[system]).toArray();
  }

  private static double[] fought(Battles battles, EloRule rule, SplitMix random) {
    var ratings = rule.start(battles.systems().size());
    for (var fought = 0; fought < battles.size(); fought++) {
      var row = random.below(battles.size());
      rule.battle(
          ratings,
          battles.left(row),
          battles.right(row),
          battles.outcome(row),
          battles.weight(row));
    }
    return ratings;
  }
}

package palmares.scoring.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palmares.scoring.battle.Battles;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// The Arena-Hard score as its second version has it: in per cent, the mean over resamples of the
/// mean outcome of a system's games with the baseline, a game of weight 3 being three rows; from
/// the 5th to the 95th percentile of the resamples.
///
/// The mean of resamples is the mean of the games but for chance, and the interval is one of 90 %;
/// systems never meet each other. Source: arena-hard-auto `show_result.py`, `print_leaderboard`,
/// which draws 100 resamples without a seed.
public final class ArenaHardV2 {

  public static final String METHOD = "arena-hard-v2@1";

  private static final double LEVEL = 0.9;

  private ArenaHardV2() {}

  /// @throws IllegalArgumentException if the baseline is none of the systems, a weight is not
  ///   whole, or there are fewer than 100 rounds
  public static Ranking rank(Battles battles, String baseline, int rounds, long seed) {
    if (!battles.systems().contains(baseline)) {
      throw new IllegalArgumentException(
          "the baseline '%s' is none of the systems: %s".formatted(baseline, battles.systems()));
    }
    if (rounds < 100) {
      throw new IllegalArgumentException("100 rounds or more are needed: " + rounds);
    }
    var bootstrap = new Bootstrap(rounds, seed, LEVEL);
    var standings = new ArrayList<RankRanges.Standing>();
    var never = new ArrayList<Rating>();
    for (var system : battles.systems()) {
      var outcomes = battles.outcomes(system, baseline);
      var columns = Map.of("games", (double) outcomes.length);
      if (system.equals(baseline)) {
        standings.add(
            new RankRanges.Standing(
                system, 50, Optional.empty(), Map.of(), Map.of("interval", "baseline")));
      } else if (outcomes.length == 0) {
        never.add(new Rating.Unranked(system, "never met the baseline", Optional.empty(), columns));
      } else {
        var means = Arrays.stream(bootstrap.means(outcomes)).map(mean -> 100 * mean).toArray();
        standings.add(
            new RankRanges.Standing(
                system,
                Arrays.stream(means).average().orElseThrow(),
                bootstrap.interval(means),
                columns));
      }
    }
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    ratings.addAll(never);
    return new Ranking(
        METHOD,
        bootstrap.addTo(Settings.NONE.with("baseline", baseline)),
        ratings,
        Fit.EXACT,
        List.of("as arena-hard-v2: means of resamples, from the 5th to the 95th percentile"));
  }
}

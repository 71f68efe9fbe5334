package palmares.scoring.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.BradleyTerry;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// The Arena-Hard score: `100 / (1 + 10^((1000 - R) / 400))`, the rate at which a system wins
/// against the baseline, R its Bradley-Terry rating with the baseline at 1000.
///
/// The interval is that of R, relative to the baseline and clustered, through the same curve.
/// Source: arena-hard-auto v0.1 `show_result.py` and `utils_math.py`, `compute_mle_elo`; there
/// scores are rounded to two decimals.
public final class ArenaHard {

  public static final String METHOD = "arena-hard@1";

  private ArenaHard() {}

  /// @throws IllegalArgumentException if the baseline is none of the systems, or has no rating
  public static Ranking rank(Battles battles, String baseline, double level) {
    var settings = Settings.NONE.with("anchor", baseline + ":1000").with("level", level);
    var ranking = new BradleyTerry().rank(battles, settings);
    var standings = new ArrayList<RankRanges.Standing>();
    var unranked = new ArrayList<Rating>();
    for (var rating : ranking.ratings()) {
      switch (rating) {
        case Rating.Ranked ranked -> standings.add(standing(ranked, level));
        case Rating.Unranked other -> unranked.add(other);
      }
    }
    if (unranked.stream().anyMatch(rating -> rating.subject().equals(baseline))) {
      throw new IllegalArgumentException(
          "the baseline '%s' has no finite rating, so that nobody can be measured by it"
              .formatted(baseline));
    }
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    ratings.addAll(unranked);
    return new Ranking(
        METHOD,
        Settings.NONE.with("baseline", baseline).with("level", level),
        ratings,
        ranking.fit(),
        List.copyOf(ranking.notes()));
  }

  private static RankRanges.Standing standing(Rating.Ranked ranked, double level) {
    var columns = new HashMap<>(ranked.columns());
    columns.put("rating", ranked.value());
    columns.remove("naive_low");
    columns.remove("naive_high");
    // Neither the baseline nor a rating that does not vary is unsure: these are points.
    if (ranked.interval().isEmpty()
        && !Set.of("anchor", "constant").contains(ranked.labels().getOrDefault("interval", ""))) {
      return RankRanges.Standing.anywhere(
          ranked.subject(), score(ranked.value()), columns, ranked.labels());
    }
    Optional<Interval> interval =
        ranked.interval().map(each -> new Interval(score(each.low()), score(each.high()), level));
    return new RankRanges.Standing(
        ranked.subject(), score(ranked.value()), interval, columns, ranked.labels());
  }

  private static double score(double rating) {
    return 100 / (1 + Math.pow(10, (1000 - rating) / 400));
  }
}

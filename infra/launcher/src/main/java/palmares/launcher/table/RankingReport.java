package palmares.launcher.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;

/// A ranking as a report: the ranked, best first, then the others with their reasons.
public final class RankingReport {

  private static final List<String> COLUMNS =
      List.of(
          "rank", "system", "rating", "low", "high", "rankLow", "rankHigh", "tieGroup", "reason");

  private RankingReport() {}

  public static Report of(Ranking ranking) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var rating : ranking.ratings()) {
      var row = new ArrayList<@Nullable Object>();
      switch (rating) {
        case Rating.Ranked ranked -> {
          row.addAll(List.of(ranked.rank(), ranked.subject(), ranked.value()));
          row.add(ranked.interval().map(Interval::low).orElse(null));
          row.add(ranked.interval().map(Interval::high).orElse(null));
          row.addAll(List.of(ranked.rankLow(), ranked.rankHigh(), ranked.tieGroup()));
          row.add(null);
        }
        case Rating.Unranked unranked -> {
          row.add(null);
          row.add(unranked.subject());
          for (var k = 0; k < 6; k++) {
            row.add(null);
          }
          row.add(unranked.reason());
        }
      }
      rows.add(row);
    }
    return new Report(
        ranking.method(),
        ranking.settings().values(),
        Optional.of(ranking.fit()),
        COLUMNS,
        rows,
        ranking.notes());
  }
}

package palmares.scoring.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.ReferenceData;
import palmares.scoring.ranking.Settings;

/// Tables of systems by criteria for tests.
final class Tables {

  static final Settings SETTINGS = Settings.of(Map.of("evaluator", "table"));

  private Tables() {}

  /// @param values by system, NaN for a gap
  static Evidence of(List<String> systems, double[][] values) {
    var columns = new ArrayList<String>();
    for (var k = 0; k < values[0].length; k++) {
      columns.add("c" + k);
    }
    var table = ScoreTable.builder(systems, columns);
    for (var i = 0; i < values.length; i++) {
      for (var k = 0; k < values[i].length; k++) {
        if (!Double.isNaN(values[i][k])) {
          table.put(i, k, values[i][k]);
        }
      }
    }
    return new Evidence(
        new TreeMap<>(Map.of("table", table.build())), Map.of(), Map.of(), Map.of(), Map.of());
  }

  /// Twelve systems by the five category scores of WildBench.
  static Evidence wildBench() {
    var rows = ReferenceData.csv("rank_aggregation/wildbench_categories_12.csv");
    var systems = rows.stream().map(row -> row.get("model")).toList();
    var values =
        rows.stream()
            .map(row -> row.values().stream().skip(1).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    return of(systems, values);
  }

  static double value(Ranking ranking, String system) {
    return ranking.ratings().stream()
        .filter(rating -> rating.subject().equals(system))
        .map(Rating.Ranked.class::cast)
        .findAny()
        .orElseThrow()
        .value();
  }
}

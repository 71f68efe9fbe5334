package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.ReferenceData;

class MeanWinRateTest {

  @Test
  void equalsHelmOnTwelveSystems() {
    var ranking = new MeanWinRate().rank(Tables.wildBench(), Tables.SETTINGS);

    for (var row : ReferenceData.csv("rank_aggregation/expected_aggregates.csv")) {
      Verdict.one(
          "rank_aggregation",
          "HELM mean win rate",
          1e-12,
          Tables.value(ranking, row.get("model")),
          Double.parseDouble(row.get("helm_mean_win_rate")));
    }
  }

  /// The example of helm_win_rate: ties, a gap, a column where lower is better (its sign turned
  /// here), and one with a single value, which HELM skips. Expected values stand in that file.
  @Test
  void leavesGapsOutAsHelmDoes() {
    var gap = Double.NaN;
    double[][] values = {{0.9, -0.1, gap}, {0.8, -0.2, gap}, {0.8, -0.05, 0.3}, {gap, -0.2, gap}};
    var table = Tables.of(List.of("a", "b", "c", "d"), values);

    var ranking = new MeanWinRate().rank(table, Tables.SETTINGS.with("compat", "helm"));

    Verdict.one(
        "helm_win_rate",
        "HELM mean win rate",
        1e-12,
        Tables.value(ranking, "a"),
        0.8333333333333333);
    Verdict.one(
        "helm_win_rate",
        "HELM mean win rate",
        1e-12,
        Tables.value(ranking, "b"),
        0.20833333333333331);
    Verdict.one("helm_win_rate", "HELM mean win rate", 1e-12, Tables.value(ranking, "c"), 0.625);
    Verdict.one(
        "helm_win_rate",
        "HELM mean win rate",
        1e-12,
        Tables.value(ranking, "d"),
        0.16666666666666666);
    assertThat(ranking.notes()).containsExactly("as HELM: gaps are left out, so that they can pay");
  }

  @Test
  void givingEveryColumnTwiceChangesNothing() {
    double[][] once = {{3, 1}, {2, 2}, {1, 3.5}};
    double[][] twice = {{3, 1, 3, 1}, {2, 2, 2, 2}, {1, 3.5, 1, 3.5}};
    var systems = List.of("a", "b", "c");

    var single = new MeanWinRate().rank(Tables.of(systems, once), Tables.SETTINGS);
    var repeated = new MeanWinRate().rank(Tables.of(systems, twice), Tables.SETTINGS);

    for (var system : systems) {
      assertThat(Tables.value(repeated, system)).isEqualTo(Tables.value(single, system));
    }
  }
}

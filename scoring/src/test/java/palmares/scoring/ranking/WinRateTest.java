package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.ranking.ReferenceData.csv;
import static palmares.scoring.ranking.Samples.ranked;
import static palmares.scoring.ranking.Samples.settings;
import static palmares.scoring.ranking.Samples.subjects;
import static palmares.scoring.ranking.Samples.table;
import static palmares.scoring.ranking.Samples.unranked;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Rating.Bounds;

class WinRateTest {

  private static final Settings JUDGE = settings("evaluator", "judge");

  private final WinRate method = new WinRate();

  @Test
  void theShareOfPreferencesIsTheWinRateInPercent() {
    var ranking = method.rank(preferences("a 1 0.5 0 1\nb 0.2 0.2 0.2 0.4"), JUDGE);

    assertThat(subjects(ranking)).containsExactly("a", "b");
    assertThat(ranked(ranking, "a").value()).isEqualTo(62.5);
    assertThat(ranked(ranking, "b").value()).isCloseTo(25, within(1e-12));
  }

  @Test
  void theColumnsAreThoseOfAlpacaEval() {
    var columns = ranked(method.rank(preferences("a 1 0.5 0 0.7"), JUDGE), "a").columns();

    assertThat(columns)
        .containsEntry("wins", 2.0)
        .containsEntry("draws", 1.0)
        .containsEntry("losses", 1.0)
        .containsEntry("discrete win rate", 62.5);
    // 100 * scipy.stats.sem([1, 0.5, 0, 0.7])
    assertThat(columns.get("standard error")).isCloseTo(21.015867, within(1e-6));
  }

  @Test
  void aValueIsSeenOnItsWayFromFloorToCeiling() {
    var evidence = evidence(table("a 1 2 1.5"), 1, 2);

    assertThat(ranked(method.rank(evidence, JUDGE), "a").value()).isEqualTo(50);
  }

  @Test
  void aGapIsALossWhereGapsCountAsWorstAndTheWinRateOfTheAnsweredStandsBesideIt() {
    var ranking = method.rank(preferences("a 1 1 - 1"), JUDGE.with("gaps", "worst"));

    var row = ranked(ranking, "a");
    assertThat(row.value()).isEqualTo(75);
    assertThat(row.columns())
        .containsEntry("win rate", 100.0)
        .containsEntry("missing", 1.0)
        .containsEntry("answered", 3.0);
  }

  @Test
  void aGapOtherwiseLeavesTheRowUnrankedBetweenAllLostAndAllWon() {
    var row = unranked(method.rank(preferences("a 1 0 - 1"), JUDGE), "a");

    assertThat(row.bounds()).contains(new Bounds(50, 75));
    assertThat(row.columns()).containsKeys("win rate", "standard error");
  }

  @Test
  void anEvaluatorWithoutAWorstValueIsRefused() {
    var unbounded =
        new Evidence(
            new TreeMap<>(Map.of("judge", table("a 1"))), Map.of(), Map.of(), Map.of(), Map.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(unbounded, JUDGE))
        .withMessageContaining("judge");
  }

  @Test
  void theRowsThatAlpacaEvalPublishesComeOut() {
    for (var published : csv("alpacaeval2/expected_leaderboard.csv")) {
      var model = published.get("model");
      var preferences =
          csv("alpacaeval2/prefs/" + model + ".csv").stream()
              .map(row -> Double.parseDouble(row.get("preference")))
              .toList();

      var row = ranked(method.rank(evidence(row(model, preferences), 1, 2), JUDGE), model);

      Verdict.one(
          "alpacaeval2", "win rate", 1e-9, row.value(), number(published, "published_win_rate"));
      Verdict.one(
          "alpacaeval2",
          "standard error",
          1e-9,
          row.columns().get("standard error"),
          number(published, "published_standard_error"));
      assertThat(row.columns())
          .as(model)
          .containsEntry("wins", number(published, "published_n_wins"))
          .containsEntry("losses", number(published, "published_n_wins_base"))
          .containsEntry("draws", number(published, "published_n_draws"));
      Verdict.one(
          "alpacaeval2",
          "discrete win rate",
          1e-9,
          row.columns().get("discrete win rate"),
          number(published, "published_discrete_win_rate"));
    }
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static ScoreTable row(String system, List<Double> values) {
    var examples = IntStream.range(0, values.size()).mapToObj(i -> "e" + i).toList();
    var table = ScoreTable.builder(List.of(system), examples);
    IntStream.range(0, values.size()).forEach(i -> table.put(0, i, values.get(i)));
    return table.build();
  }

  private static Evidence preferences(String table) {
    return evidence(table(table), 0, 1);
  }

  private static Evidence evidence(ScoreTable table, double floor, double ceiling) {
    return new Evidence(
        new TreeMap<>(Map.of("judge", table)),
        Map.of("judge", floor),
        Map.of("judge", ceiling),
        Map.of(),
        Map.of());
  }
}

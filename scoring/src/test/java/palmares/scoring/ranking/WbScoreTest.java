package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.ranking.Samples.evidence;
import static palmares.scoring.ranking.Samples.ranked;
import static palmares.scoring.ranking.Samples.settings;
import static palmares.scoring.ranking.Samples.table;
import static palmares.scoring.ranking.Samples.unranked;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Rating.Bounds;

class WbScoreTest {

  private static final Settings QUALITY = settings("evaluator", "quality@1");

  /// Weights of WildBench's five categories, from its `_create_tables.py`.
  private static final Map<String, Double> WILDBENCH =
      Map.of(
          "Creative Tasks", 0.5,
          "Planning & Reasoning", 1.25,
          "Math & Data Analysis", 1.0,
          "Information/Advice seeking", 0.75,
          "Coding & Debugging", 1.25);

  private final WbScore method = new WbScore();

  @Test
  void theEndsOfTheScoreAreTheEndsOfTheRange() {
    var ranking =
        method.rank(
            evidence(
                """
                best   10 10
                worst   1  1
                middle  5  5
                """),
            QUALITY);

    assertThat(ranked(ranking, "best").value()).isEqualTo(100);
    assertThat(ranked(ranking, "worst").value()).isEqualTo(-80);
    assertThat(ranked(ranking, "middle").value()).isZero();
  }

  @Test
  void categoriesCountByTheirWeightsAndAnExampleInEachOfItsOwn() {
    var tags = Map.of("e0", List.of("a"), "e1", List.of("a", "b", "a"), "e2", List.of("b"));
    var weighted = categories("s 10 4 6", tags, Map.of("a", 3.0, "b", 1.0));
    var equal = categories("s 10 4 6", tags, Map.of());

    // means a 7, b 5: (3 * 7 + 1 * 5) / 4 = 6.5; equal weights: 6; plain: 20 / 3
    assertThat(value(weighted, QUALITY)).isCloseTo(30, within(1e-12));
    assertThat(value(equal, QUALITY)).isCloseTo(20, within(1e-12));
    assertThat(value(weighted, QUALITY.with("weights", "none")))
        .isCloseTo(20 * (20.0 / 3 - 5), within(1e-12));
  }

  @Test
  void withoutWeightsTheExamplesWithoutATagAreOneMoreCategory() {
    var evidence = categories("s 10 4 6", Map.of("e0", List.of("a")), Map.of());

    // means: a 10, the others 5
    assertThat(value(evidence, QUALITY)).isCloseTo(50, within(1e-12));
  }

  @Test
  void anExampleThatWouldNotCountIsRefused() {
    var evidence =
        categories("s 10 4", Map.of("e0", List.of("a"), "e1", List.of("typo")), Map.of("a", 1.0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(evidence, QUALITY))
        .withMessage("example e1 has none of the weighted categories [a]; its tags are [typo]");
  }

  @Test
  void aScoreThatIsNotFromOneToTenIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(evidence("s 1 0.5"), QUALITY))
        .withMessage("wb-score needs scores from 1 to 10; s has 0.5 for example e1");
  }

  @Test
  void aGapLeavesASystemUnrankedBetweenItsWorstAndBestCase() {
    var ranking = method.rank(evidence("s 10 - 4 -"), QUALITY);

    var row = unranked(ranking, "s");
    // (10 + 1 + 4 + 1) / 4 = 4 and (10 + 10 + 4 + 10) / 4 = 8.5; over what it answered 7
    assertThat(row.bounds()).contains(new Bounds(-20, 70));
    assertThat(row.columns()).containsEntry("over answered", 40.0);
  }

  @Test
  void aRowThatIsConstantWithinItsCategoriesSaysConstant() {
    var tags = Map.of("e0", List.of("a"), "e1", List.of("a"), "e2", List.of("a"));
    var ranking = method.rank(categories("s 7 7 7", tags, Map.of("a", 1.0)), QUALITY);

    assertThat(ranked(ranking, "s").interval()).isEmpty();
    assertThat(ranked(ranking, "s").labels()).containsEntry("interval", "constant");
  }

  @Test
  void theIntervalIsAboutThatOfTheNormalDistribution() {
    var scores = IntStream.range(0, 400).mapToObj(i -> " " + (1 + i % 10)).toList();

    var row = ranked(method.rank(evidence("s" + String.join("", scores)), QUALITY), "s");

    // sd of 1..10 is sqrt(8.25), so 20 * 1.96 * sqrt(8.25 / 400) = 5.63 to each side
    var interval = row.interval().orElseThrow();
    assertThat(row.value()).isCloseTo(10, within(1e-9));
    assertThat((interval.high() - interval.low()) / 2).isCloseTo(5.63, within(0.4));
    assertThat((interval.high() + interval.low()) / 2).isCloseTo(10, within(0.5));
  }

  @Test
  void theScoresThatWildBenchPublishesComeOut() {
    var published =
        ReferenceData.csv("wildbench/expected_wb_score.csv").stream()
            .filter(row -> !row.get("published_adjusted_score").isEmpty())
            .toList();

    assertThat(published).hasSize(3);
    for (var row : published) {
      var items =
          ReferenceData.csv("wildbench/items/v2.0625__gpt-4o__" + row.get("model") + ".csv");
      var scores = items.stream().map(item -> " " + item.get("score")).toList();
      var evidence = evidence("s" + String.join("", scores));

      Verdict.one(
          "wildbench",
          "WB-Score",
          1e-9,
          value(evidence, QUALITY.with("weights", "none")) / 10,
          Double.parseDouble(row.get("published_adjusted_score")));
    }
  }

  @Test
  void theMacroScoresThatWildBenchPublishesComeOut() {
    var rows = ReferenceData.csv("wildbench/table_wb_score_by_category.csv");
    var names = List.copyOf(WILDBENCH.keySet());
    var tags =
        IntStream.range(0, names.size())
            .boxed()
            .collect(Collectors.toMap(i -> "e" + i, i -> List.of(names.get(i))));

    assertThat(rows).hasSize(31);
    for (var row : rows) {
      // one example a category whose score is the category's published mean: x / 2 + 5
      var means =
          names.stream().map(name -> " " + (Double.parseDouble(row.get(name)) / 2 + 5)).toList();
      var evidence = categories("s" + String.join("", means), tags, WILDBENCH);

      Verdict.one(
          "wildbench",
          "WB-Score by category",
          1e-9,
          value(evidence, QUALITY) / 10,
          Double.parseDouble(row.get("published_macro")));
    }
  }

  private double value(Evidence evidence, Settings settings) {
    return ranked(method.rank(evidence, settings), "s").value();
  }

  private static Evidence categories(
      String table, Map<String, List<String>> tags, Map<String, Double> weights) {
    var tables = new TreeMap<String, ScoreTable>(Map.of("quality@1", table(table)));
    return new Evidence(tables, Map.of(), Map.of(), tags, weights);
  }
}

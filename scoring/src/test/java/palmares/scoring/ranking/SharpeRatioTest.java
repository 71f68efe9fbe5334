package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;
import static palmares.scoring.ranking.Samples.evidence;
import static palmares.scoring.ranking.Samples.ranked;
import static palmares.scoring.ranking.Samples.settings;
import static palmares.scoring.ranking.Samples.subjects;
import static palmares.scoring.ranking.Samples.table;
import static palmares.scoring.ranking.Samples.unranked;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;

class SharpeRatioTest {

  private static final String TRUTH =
      """
      good   9 10 8 10 9 9
      fair   8  7 6  8 7 7
      plain  5  6 4  6 5 5
      poor   3  2 4  2 3 2
      base   5  5 5  5 5 5
      """;

  private static final Settings SETTINGS =
      settings("truth", "full@1", "baseline", "base", "k", "2", "partial", "2");

  private final SharpeRatio method = new SharpeRatio();

  @Test
  void theSubjectsAreTheOtherEvaluatorsAPartOfTheTruthAndChance() {
    var ranking = method.rank(full(), SETTINGS);

    assertThat(subjects(ranking))
        .containsExactlyInAnyOrder("turned@1", "same@1", "full@1, 2 examples", "random");
    assertThat(ranked(ranking, "random").labels())
        .isEqualTo(Map.of("first pick", "any", "interval", "none"));
    assertThat(ranked(ranking, "full@1, 2 examples").labels())
        .isEqualTo(Map.of("first pick", "good", "interval", "none"));
  }

  @Test
  void actingOnATruthfulEvaluatorPaysAndOnATurnedOneDoesNot() {
    var ranking = method.rank(full(), SETTINGS);

    // picks good and fair, worth 55 / 6 and 43 / 6, deviation with k - 1: sqrt(2)
    var same = ranked(ranking, "same@1");
    assertThat(same.value()).isCloseTo((55.0 / 6 - 5) / Math.sqrt(2), within(1e-12));
    assertThat(same.columns().get("best@2")).isCloseTo(55.0 / 6, within(1e-12));
    assertThat(same.columns().get("worst@2")).isCloseTo(43.0 / 6, within(1e-12));
    assertThat(same.labels()).containsEntry("first pick", "good");
    assertThat(same.interval()).isPresent();
    assertThat(ranked(ranking, "turned@1").labels()).containsEntry("first pick", "poor");
    assertThat(ranked(ranking, "turned@1").value()).isLessThan(same.value());
  }

  @Test
  void randomLiesBetween() {
    var ranking = method.rank(full(), SETTINGS);

    // by hand, over the six pairs of good, fair, plain, poor
    assertThat(ranked(ranking, "random").columns().get("mean@2"))
        .isCloseTo((55 + 43 + 31 + 16) / 24.0, within(0.1));
    assertThat(ranked(ranking, "random").value())
        .isBetween(ranked(ranking, "turned@1").value(), ranked(ranking, "same@1").value());
  }

  @Test
  void anEvaluatorThatTiesAllSystemsEqualsRandom() {
    var flat = table(TRUTH.replaceAll("(?<= )\\d+", "4"));
    var ranking = method.rank(evidence(Map.of("full@1", table(TRUTH), "flat@1", flat)), SETTINGS);

    assertThat(ranked(ranking, "flat@1").value()).isEqualTo(ranked(ranking, "random").value());
    assertThat(ranked(ranking, "flat@1").labels()).containsEntry("first pick", "any");
  }

  @Test
  void aGapThatCountsAsWorstKeepsItsSystemAmongTheCandidates() {
    var gapped = table(TRUTH.replace("8  7 6", "-  - -"));
    var evidence = evidence(Map.of("full@1", gapped, "same@1", gapped));

    var ranking = method.rank(evidence, SETTINGS.with("gaps", "worst"));

    // fair is then worth (1 + 1 + 1 + 8 + 7 + 7) / 6, less than plain's 31 / 6
    assertThat(ranked(ranking, "same@1").columns().get("worst@2"))
        .isCloseTo(31 / 6.0, within(1e-12));
    assertThat(ranking.notes()).noneMatch(note -> note.contains("left out"));
  }

  @Test
  void atOnePickTheRatioIsUndefinedAndNeverANumber() {
    var ranking = method.rank(full(), SETTINGS.with("k", 1));

    assertThat(ranking.ratings()).hasSize(4).allMatch(Rating.Unranked.class::isInstance);
    assertThat(unranked(ranking, "same@1").reason())
        .isEqualTo("undefined: one pick has no deviation");
    assertThat(unranked(ranking, "same@1").columns()).containsKeys("best@1", "worst@1");
    assertThat(unranked(ranking, "same@1").labels()).containsEntry("first pick", "good");
  }

  @Test
  void systemsWithGapsAreNoCandidatesAndTheNotesSaySo() {
    var evidence =
        evidence(
            Map.of(
                "full@1", table(TRUTH + "shy 10 - 10 10 10 10"),
                "same@1", table(TRUTH + "shy 10 - 10 10 10 10")));

    var ranking = method.rank(evidence, SETTINGS);

    assertThat(ranked(ranking, "same@1").labels()).containsEntry("first pick", "good");
    assertThat(ranking.notes()).contains("left out for their gaps: shy");
  }

  @Test
  void anEvaluatorThatMissesACandidateIsUnranked() {
    var evidence =
        evidence(
            Map.of("full@1", table(TRUTH), "same@1", table(TRUTH.replace("8  7 6", "-  7 6"))));

    assertThat(unranked(method.rank(evidence, SETTINGS), "same@1").reason())
        .isEqualTo("1 of 6 missing for fair");
  }

  @Test
  void withoutTheBaselineOrEnoughSystemsNobodyIsRanked() {
    assertThat(unranked(method.rank(full(), SETTINGS.with("baseline", "old")), "same@1").reason())
        .isEqualTo("the baseline old is not among the systems");
    assertThat(unranked(method.rank(full(), SETTINGS.with("k", 5)), "same@1").reason())
        .isEqualTo("k = 5 needs 5 systems to choose from, there are 4");
  }

  @Test
  void inThePapersConventionTheBaselineIsACandidate() {
    var ranking = method.rank(full(), SETTINGS.with("k", 5).with("convention", "paper"));

    assertThat(ranked(ranking, "same@1").columns().get("mean@5"))
        .isCloseTo((55 + 43 + 31 + 16 + 30) / 30.0, within(1e-12));
  }

  @Test
  void theTruthAndTheBaselineMustBeNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(full(), settings("truth", "full@1")))
        .withMessageContaining("'baseline' is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(full(), SETTINGS.with("truth", "none@1")))
        .withMessageContaining("no evidence of none@1");
  }

  @Test
  void theRatiosOfScopeRlComeOut() {
    var expected = ReferenceData.csv("scope_rl/expected_topk.csv");

    assertThat(expected).hasSize(50);
    for (var row : expected) {
      var ranking = scopeRl(row.get("k"), "scope-rl");
      var subject = row.get("estimator");
      if (row.get("sharpe_ratio").isEmpty()) {
        assertThat(unranked(ranking, subject).reason()).contains("undefined");
      } else {
        assertThat(ranked(ranking, subject).value())
            .as("%s at %s", subject, row.get("k"))
            .isCloseTo(Double.parseDouble(row.get("sharpe_ratio")), withPercentage(1e-7));
        assertThat(ranked(ranking, subject).columns().get("std@" + row.get("k")))
            .isCloseTo(Double.parseDouble(row.get("std")), withPercentage(1e-7));
      }
    }
  }

  @Test
  void theRatiosOfThePaperComeOut() {
    // expected_ops_metrics.json, paper_sharpe of dm and tis: the baseline is in no top 10 there
    assertThat(ranked(scopeRl("3", "paper"), "dm").value())
        .isCloseTo(4.629648679949897, withPercentage(1e-7));
    assertThat(ranked(scopeRl("5", "paper"), "tis").value())
        .isCloseTo(1.3770771340772219, withPercentage(1e-7));
    assertThat(ranked(scopeRl("10", "paper"), "dm").value())
        .isCloseTo(1.7610391734236144, withPercentage(1e-7));
  }

  /// The policies as systems, the behaviour policy as a baseline that every estimator puts last.
  private Ranking scopeRl(String k, String convention) {
    var policies = ReferenceData.csv("scope_rl/policies.csv");
    var tables = new TreeMap<String, ScoreTable>();
    tables.put("truth", policyTable(policies, "true_value", "9.049712075"));
    for (var estimator : List.of("dm", "tis", "pdis", "dr", "sntis")) {
      tables.put(estimator, policyTable(policies, "est_" + estimator, "-1000"));
    }
    var settings =
        settings("truth", "truth", "baseline", "behaviour", "k", k, "convention", convention);
    return method.rank(new Evidence(tables, Map.of(), Map.of(), Map.of(), Map.of()), settings);
  }

  private static ScoreTable policyTable(
      List<Map<String, String>> policies, String column, String baseline) {
    var lines = policies.stream().map(row -> row.get("policy") + " " + row.get(column)).toList();
    return table(String.join("\n", lines) + "\nbehaviour " + baseline);
  }

  private static Evidence full() {
    return evidence(
        Map.of(
            "full@1",
            table(TRUTH),
            "same@1",
            table(TRUTH),
            "turned@1",
            table(
                """
                good  1 1 1 2 1 1
                fair  2 2 2 3 2 2
                plain 4 4 4 4 5 4
                poor  9 9 8 9 9 9
                base  3 3 3 3 3 3
                """)));
  }
}

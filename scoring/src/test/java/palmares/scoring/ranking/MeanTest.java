package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.ranking.Samples.evidence;
import static palmares.scoring.ranking.Samples.ranked;
import static palmares.scoring.ranking.Samples.settings;
import static palmares.scoring.ranking.Samples.subjects;
import static palmares.scoring.ranking.Samples.table;
import static palmares.scoring.ranking.Samples.unranked;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Rating.Bounds;

class MeanTest {

  private static final Settings QUALITY = settings("evaluator", "quality@1");

  private final Mean method = new Mean();

  @Test
  void theIntervalIsStudents() {
    var ranking = method.rank(evidence("a 7 8 9 4"), QUALITY);

    // scipy.stats.t.interval(0.95, 3, loc=x.mean(), scale=stats.sem(x)) of 7, 8, 9, 4
    var row = ranked(ranking, "a");
    assertThat(row.value()).isEqualTo(7);
    assertThat(row.interval())
        .hasValueSatisfying(interval -> {
          assertThat(interval.low()).isCloseTo(3.5625651181416913, within(1e-12));
          assertThat(interval.high()).isCloseTo(10.437434881858309, within(1e-12));
        });
    assertThat(row.columns()).isEqualTo(Map.of("answered", 4.0));
  }

  @Test
  void theHigherMeanIsTheBetterRank() {
    var ranking =
        method.rank(
            evidence(
                """
                a 2 2 3
                b 8 8 9
                c 5 5 6
                """),
            QUALITY);

    assertThat(subjects(ranking)).containsExactly("b", "c", "a");
    assertThat(ranked(ranking, "c").rank()).isEqualTo(2);
  }

  @Test
  void aConstantRowSaysSoInPlaceOfAnInterval() {
    var ranking =
        method.rank(
            evidence(
                """
                a 3 3 3
                b 1 5 3
                """),
            QUALITY);

    assertThat(ranked(ranking, "a").interval()).isEmpty();
    assertThat(ranked(ranking, "a").labels()).containsEntry("interval", "constant");
    assertThat(ranked(ranking, "b").labels()).isEmpty();
  }

  @Test
  void oneExampleHasNoInterval() {
    var ranking = method.rank(evidence("a 3"), QUALITY);

    assertThat(ranked(ranking, "a").labels()).containsEntry("interval", "one example");
  }

  @Test
  void aSystemWithGapsIsUnrankedWithItsWorstAndBestCase() {
    var ranking =
        method.rank(
            evidence(
                """
                picky 10 - -  9
                plain  5 6 6  5
                """),
            QUALITY);

    var picky = unranked(ranking, "picky");
    assertThat(picky.reason()).isEqualTo("2 of 4 missing");
    // (10 + 1 + 1 + 9) / 4 and (10 + 10 + 10 + 9) / 4
    assertThat(picky.bounds()).contains(new Bounds(5.25, 9.75));
    assertThat(picky.columns())
        .isEqualTo(Map.of("answered", 2.0, "missing", 2.0, "over answered", 9.5));
    assertThat(subjects(ranking)).containsExactly("plain", "picky");
  }

  @Test
  void aGapCountsAsTheFloorWhereTheBoardSaysSo() {
    var ranking =
        method.rank(
            evidence(
                """
                picky 10 - -  9
                plain  5 6 6  5
                """),
            QUALITY.with("gaps", "worst"));

    var picky = ranked(ranking, "picky");
    assertThat(picky.value()).isEqualTo(5.25);
    assertThat(picky.rank()).isEqualTo(2);
    assertThat(picky.columns()).isEqualTo(Map.of("answered", 2.0, "missing", 2.0));
    assertThat(ranking.settings().values()).containsEntry("gaps", "worst");
  }

  @Test
  void aRowWithGapsIsPlacedAtItsWorstCaseAndReachesUpToItsBestWhereTheBoardSaysSo() {
    var ranking =
        method.rank(
            evidence(
                """
                picky 10 - -  9
                plain  5 6 6  5
                """),
            QUALITY.with("gaps", "bounds"));

    var picky = ranked(ranking, "picky");
    assertThat(picky.value()).isEqualTo(5.25);
    // mean -+ t s / sqrt(n) with t = 3.182446 (3 degrees of freedom, 0.975): of 10, 1, 1, 9 the
    // mean is 5.25 and s 4.924429; of 10, 10, 10, 9 they are 9.75 and 0.5.
    assertThat(picky.interval().orElseThrow().low()).isCloseTo(-2.585865, within(1e-6));
    assertThat(picky.interval().orElseThrow().high()).isCloseTo(10.545612, within(1e-6));
    assertThat(picky.rank()).as("a gap never pays").isEqualTo(2);
    assertThat(picky.rankLow() + " " + picky.rankHigh()).isEqualTo("1 2");
    assertThat(picky.columns())
        .isEqualTo(Map.of("answered", 2.0, "missing", 2.0, "best case", 9.75));
    assertThat(ranked(ranking, "plain").value()).isEqualTo(5.5);
  }

  @Test
  void withoutAFloorAGapHasNoBoundsAndCannotCountAsWorst() {
    var tables = new TreeMap<>(Map.of("reward@1", table("a 1 -")));
    var rewards = new Evidence(tables, Map.of(), Map.of(), Map.of(), Map.of());
    var settings = settings("evaluator", "reward@1");

    assertThat(unranked(method.rank(rewards, settings), "a").bounds()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(rewards, settings.with("gaps", "worst")))
        .withMessage("gaps cannot count as the floor of reward@1: it has none");
  }
}

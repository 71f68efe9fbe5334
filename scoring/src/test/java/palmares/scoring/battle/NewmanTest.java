package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.tie;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.Settings;

class NewmanTest {

  private static final double ELO = 400 / Math.log(10);

  /// Evalica leaves the scale where the iteration ends; only ratios are defined.
  @ParameterizedTest
  @ValueSource(strings = {"simple", "food", "llmfao"})
  void equalsEvalicaOnceBothHaveGeometricMeanOne(String set) {
    var ranking = new Newman().rank(EvalicaData.votes(set), Settings.NONE);

    var shift =
        SharedData.rows("evalica/expected_" + set + ".csv").stream()
            .mapToDouble(row -> Math.log(Double.parseDouble(row.get("evalica_newman"))))
            .average()
            .orElseThrow();
    assertThat(ranking.fit().converged()).isTrue();
    EvalicaData.assertEquals(
        ranking, set, "evalica_newman", value -> Math.exp((value - 1000) / ELO + shift), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "food", "llmfao"})
  void theTieParameterEqualsEvalicas(String set) {
    var votes = EvalicaData.votes(set);

    var fit = NewmanFit.of(WinsAndTies.of(votes));

    var expected = SharedData.rows("evalica/expected_" + set + "_meta.csv").getFirst();
    Verdict.one(
        "evalica", "Newman, ties", 1e-9, fit.ties(), Double.parseDouble(expected.get("newman_v")));
  }

  @Test
  void equalsBradleyTerryWithoutTies() {
    var rows = Rows.random(5).stream().filter(row -> row.outcome() != 0.5).toList();

    var newman = new Newman().rank(battles(rows), Settings.NONE);
    var bradleyTerry = new BradleyTerry().rank(battles(rows), Settings.NONE);

    for (var rating : bradleyTerry.ratings()) {
      assertThat(Rows.value(newman, rating.subject()))
          .isCloseTo(Rows.value(bradleyTerry, rating.subject()), within(1e-8));
    }
  }

  /// 3 wins, 1 loss, 4 ties: P(a) / P(b) = 3, 2 v sqrt 3 / 3 = 4 / 3, so v = 2 / sqrt 3.
  @Test
  void equalsTheFrequenciesOfTwoSystemsByHand() {
    var rows = new ArrayList<>(List.of(win("a", "b"), win("a", "b"), win("a", "b")));
    rows.add(win("b", "a"));
    rows.addAll(List.of(tie("a", "b"), tie("b", "a"), tie("a", "b"), tie("b", "a")));

    var ranking = new Newman().rank(battles(rows), Settings.NONE);

    var lead = Rows.value(ranking, "a") - Rows.value(ranking, "b");
    assertThat(lead).isCloseTo(400 * Math.log10(3), within(1e-9));
    assertThat(NewmanFit.of(WinsAndTies.of(battles(rows))).ties())
        .isCloseTo(2 / Math.sqrt(3), within(1e-12));
  }

  @Test
  void systemsThatOnlyTieAreEqual() {
    var ranking = new Newman().rank(battles(tie("a", "b"), tie("b", "c")), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isEqualTo(1000);
    assertThat(ranking.notes()).first().asString().contains("all are equal");
  }
}

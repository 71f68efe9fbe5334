package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.win;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Settings;

class EigenvectorTest {

  private static final Settings EVALICA = Settings.of(Map.of("compat", "evalica"));

  @ParameterizedTest
  @ValueSource(strings = {"simple", "food", "llmfao"})
  void equalsEvalicaInItsOwnTerms(String set) {
    var ranking = new Eigenvector().rank(EvalicaData.votes(set), EVALICA);

    assertThat(ranking.fit().converged()).isTrue();
    EvalicaData.assertEquals(ranking, set, "evalica_eigen", value -> value, 1e-9);
  }

  /// M = [[0, 2], [1, 0]]: lambda = sqrt 2, x = (sqrt 2, 1) / sqrt 3.
  @Test
  void equalsTheVectorOfTwoSystemsByHand() {
    var ranking =
        new Eigenvector().rank(battles(win("a", "b"), win("a", "b"), win("b", "a")), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
    assertThat(Rows.value(ranking, "b")).isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
  }

  @Test
  void aCircleOfWinsGivesEqualValues() {
    var ranking =
        new Eigenvector().rank(battles(win("a", "b"), win("b", "c"), win("c", "a")), Settings.NONE);

    for (var system : new String[] {"a", "b", "c"}) {
      assertThat(Rows.value(ranking, system)).isCloseTo(1 / Math.sqrt(3), within(1e-12));
    }
  }

  @Test
  void aSystemOutsideTheCircleHasAReasonInPlaceOfAValue() {
    var ranking =
        new Eigenvector()
            .rank(
                battles(win("a", "b"), win("b", "c"), win("c", "a"), win("a", "weak")),
                Settings.NONE);

    assertThat(Rows.unranked(ranking, "weak").reason()).isEqualTo(Separation.LOST_ALL);
  }
}

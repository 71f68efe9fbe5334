package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.tie;
import static palmares.scoring.battle.Rows.win;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Settings;

class CountingTest {

  @ParameterizedTest
  @ValueSource(strings = {"simple", "food", "llmfao"})
  void equalsEvalica(String set) {
    var ranking = new Counting().rank(EvalicaData.votes(set), Settings.NONE);

    EvalicaData.assertEquals(ranking, set, "evalica_counting", value -> value, 0);
  }

  @Test
  void winsAndTiesAreWorthWhatTheSettingsSay() {
    var settings = Settings.of(Map.of("win_weight", "3", "tie_weight", "1"));

    var ranking =
        new Counting().rank(battles(win("a", "b"), win("a", "b"), tie("a", "b")), settings);

    assertThat(Rows.value(ranking, "a")).isEqualTo(7); // 2 * 3 + 1
    assertThat(Rows.value(ranking, "b")).isEqualTo(1);
  }

  @Test
  void anOutcomeBetweenTieAndWinIsBothInPart() {
    var battles = Battles.builder().add("a", "b", 0.7, 10).build();

    var ranking = new Counting().rank(battles, Settings.of(Map.of("tie_weight", "0")));

    assertThat(Rows.value(ranking, "a")).isCloseTo(4, within(1e-12));
    assertThat(Rows.value(ranking, "b")).isZero();
  }

  @Test
  void aWinWorthNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Counting().rank(battles(win("a", "b")), Settings.of(Map.of("win_weight", "0"))))
        .withMessage("setting 'win_weight' must be greater than 0: 0.0");
  }
}

package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Settings;

class AverageWinRateTest {

  @ParameterizedTest
  @ValueSource(strings = {"simple", "food", "llmfao"})
  void equalsEvalica(String set) {
    var ranking = new AverageWinRate().rank(EvalicaData.votes(set), Settings.NONE);

    EvalicaData.assertEquals(ranking, set, "evalica_average_win_rate", value -> value, 1e-9);
  }

  @Test
  void eachOpponentCountsOnceHoweverOftenItWasMet() {
    var rows = new ArrayList<>(List.of(win("a", "b"), win("a", "b"), win("a", "b")));
    rows.add(win("c", "a"));

    var ranking = new AverageWinRate().rank(battles(rows), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isEqualTo(0.5); // 3 of 3 against b, 0 of 1 against c
    assertThat(Rows.value(ranking, "c")).isEqualTo(1);
  }

  @Test
  void givingEveryBattleTwiceChangesNothing() {
    var rows = Rows.random(3);
    var twice = new ArrayList<>(rows);
    twice.addAll(rows);

    var once = new AverageWinRate().rank(battles(rows), Settings.NONE);
    var again = new AverageWinRate().rank(battles(twice), Settings.NONE);

    for (var rating : once.ratings()) {
      assertThat(Rows.value(again, rating.subject())).isEqualTo(Rows.value(once, rating.subject()));
    }
  }
}

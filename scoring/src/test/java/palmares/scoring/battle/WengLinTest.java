package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.win;

import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Settings;

class WengLinTest {

  /// Equal skills, one win: c^2 = 2 (s^2 + beta^2), s^2 = (25/3)^2 + (1/12)^2, change s^2 / (2 c),
  /// and s^2 shrinks by 1 - (s / c)^3 / 4 (Weng and Lin 2011, algorithm 1, by hand).
  @Test
  void equalsTheFormulaByHand() {
    var ranking = new WengLin().rank(battles(win("a", "b")), Settings.NONE);

    var variance = 625.0 / 9 + 1.0 / 144;
    var c = Math.sqrt(2 * (variance + 625.0 / 36));
    assertThat(Rows.value(ranking, "a")).isCloseTo(25 + variance / (2 * c), within(1e-12));
    assertThat(Rows.value(ranking, "b")).isCloseTo(25 - variance / (2 * c), within(1e-12));
    var sigma = Math.sqrt(variance * (1 - Math.pow(variance / (c * c), 1.5) / 4));
    assertThat(Rows.ranked(ranking, "a").columns())
        .hasEntrySatisfying("sigma", found -> assertThat(found).isCloseTo(sigma, within(1e-12)));
    assertThat(Rows.halfWidth(ranking, "a")).isCloseTo(1.959963984540054 * sigma, within(1e-9));
  }

  @Test
  void saysThatItDependsOnTheOrderAndThatTheUnmetAreUnranked() {
    var ranking = new WengLin().rank(battles(win("a", "b"), win("b", "a")), Settings.NONE);
    var turned = new WengLin().rank(battles(win("b", "a"), win("a", "b")), Settings.NONE);

    assertThat(ranking.notes()).containsExactly(Elo.ORDER_DEPENDENT);
    assertThat(Rows.value(ranking, "a")).isCloseTo(Rows.value(turned, "b"), within(1e-12));
    assertThat(Rows.value(ranking, "a")).isNotEqualTo(Rows.value(turned, "a"));
  }

  @Test
  void weightsAreRefused() {
    var weighted = Battles.builder().add("a", "b", 1, 2).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WengLin().rank(weighted, Settings.NONE))
        .withMessage("weng-lin takes wins and ties of weight 1: outcome 1.0, weight 2.0");
  }
}

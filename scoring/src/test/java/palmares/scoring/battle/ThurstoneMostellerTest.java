package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.tie;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.ranking.Settings;

class ThurstoneMostellerTest {

  /// `scipy.optimize.minimize` of the negative sum of `wins * norm.logcdf(theta_i - theta_j)`.
  @Test
  void equalsScipyOnFourSystems() {
    var wins = new double[][] {{0, 7, 9.5, 4}, {3, 0, 6, 8}, {1.5, 4, 0, 5}, {1, 2, 5, 0}};
    var builder = Battles.builder();
    for (var i = 0; i < 4; i++) {
      for (var j = 0; j < 4; j++) {
        if (i != j) {
          builder.add("s" + i, "s" + j, 1, wins[i][j]);
        }
      }
    }

    var ranking = new ThurstoneMosteller().rank(builder.build(), Settings.NONE);

    assertThat(ranking.fit().converged()).isTrue();
    assertThat(Rows.value(ranking, "s0")).isCloseTo(1183.32429113, within(1e-6));
    assertThat(Rows.value(ranking, "s1")).isCloseTo(1037.47049803, within(1e-6));
    assertThat(Rows.value(ranking, "s2")).isCloseTo(906.26954423, within(1e-6));
    assertThat(Rows.value(ranking, "s3")).isCloseTo(872.9356666, within(1e-6));
  }

  /// 84.13 % of wins are a lead of one standard deviation of the difference: 282.84 points.
  @Test
  void aShareOfWinsIsItsNormalQuantile() {
    var rows = new ArrayList<>(Collections.nCopies(8413, win("a", "b")));
    rows.addAll(Collections.nCopies(1587, win("b", "a")));

    var ranking = new ThurstoneMosteller().rank(battles(rows), Settings.NONE);

    assertThat(Rows.value(ranking, "a") - Rows.value(ranking, "b"))
        .isCloseTo(200 * Math.sqrt(2) * Quantile.normal(0.8413), within(1e-8));
  }

  /// A win and a tie are three halves of a win to one: where a model of ties has no maximum.
  @Test
  void oneWinAndOneTieAreThreeQuartersOfTheWins() {
    var ranking =
        new ThurstoneMosteller().rank(battles(win("a", "b"), tie("a", "b")), Settings.NONE);

    assertThat(Rows.value(ranking, "a") - Rows.value(ranking, "b"))
        .isCloseTo(200 * Math.sqrt(2) * Quantile.normal(0.75), within(1e-8));
  }

  /// `scipy.stats.norm.logcdf`, and `exp(logpdf - logcdf)`.
  @ParameterizedTest
  @CsvSource({
    "-40, -804.6084420137539, 40.024968847210886",
    "-8, -35.01343715991456, 8.12136811223618",
    "-3.01, -6.640603685337551, 3.2923946334467886",
    "-2.99, -6.574941701748697, 3.273805823492697",
    "0, -0.6931471805599453, 0.7978845608028654",
    "1, -0.1727537790234499, 0.2875999709391784",
    "5, -2.8665161296376294e-07, 1.486719940904906e-06"
  })
  void theTailEqualsScipys(double x, double logProbability, double hazard) {
    var tail = NormalTail.of(x);

    assertThat(tail.logProbability())
        .isCloseTo(logProbability, within(1e-12 * Math.max(1, Math.abs(logProbability))));
    assertThat(tail.hazard()).isCloseTo(hazard, within(1e-11 * Math.max(1e-3, hazard)));
  }
}

package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Settings;

class EloTest {

  private static final Settings FASTCHAT = Settings.of(Map.of("compat", "fastchat"));

  @Test
  void theFirstWinAmongEqualsMovesBothByHalfOfK() {
    var ranking = new Elo().rank(battles(win("a", "b")), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isEqualTo(1002);
    assertThat(Rows.value(ranking, "b")).isEqualTo(998);
    assertThat(ranking.notes()).containsExactly(Elo.ORDER_DEPENDENT);
  }

  @Test
  void anotherOrderGivesOtherRatings() {
    var rows = new ArrayList<>(List.of(win("a", "b"), win("b", "a"), win("a", "c")));

    var one = new Elo().rank(battles(rows), Settings.NONE);
    var other = new Elo().rank(battles(rows.reversed()), Settings.NONE);

    assertThat(Rows.value(one, "a")).isNotEqualTo(Rows.value(other, "a"));
  }

  @Test
  void weightsKeepTheSumOfRatings() {
    var battles = Battles.builder().add("a", "b", 1, 2.5).add("b", "c", 0.5, 7).build();

    var ranking = new Elo().rank(battles, Settings.NONE);

    var sum = Rows.value(ranking, "a") + Rows.value(ranking, "b") + Rows.value(ranking, "c");
    assertThat(sum).isCloseTo(3000, within(1e-9));
  }

  @Test
  void fastChatsSettingsCannotBeChangedUnderItsName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Elo().rank(battles(win("a", "b")), FASTCHAT.with("k", 32)))
        .withMessage("compat=fastchat needs k=4.0: '32.0'");
  }

  /// Three battles drawn with replacement have 27 orders, all of them fought out here.
  @Test
  void aBootstrapHasTheEndsAndTheMedianOfAllResamples() {
    var rows = List.of(win("a", "b"), win("a", "b"), win("b", "a"));
    var found = new double[27];
    for (var draw = 0; draw < found.length; draw++) {
      var ratings = new double[] {1000, 1000};
      for (int k = 0, rest = draw; k < 3; k++, rest /= 3) {
        var change = 32 * ((rest % 3 < 2 ? 1 : 0) - 1 / (1 + Math.pow(10, lead(ratings) / 400)));
        ratings[0] += change;
        ratings[1] -= change;
      }
      found[draw] = ratings[0];
    }
    Arrays.sort(found);
    var settings = Settings.of(Map.of("interval", "bootstrap", "k", "32", "rounds", "20000"));

    var ranking = new Elo().rank(battles(rows), settings);

    // Of the 27 one has only defeats (3.7 %) and eight have only wins (30 %).
    var interval = Rows.ranked(ranking, "a").interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(found[0], within(1e-9));
    assertThat(interval.high()).isCloseTo(found[26], within(1e-9));
    assertThat(Rows.ranked(ranking, "a").columns().get("median"))
        .isCloseTo(found[13], within(1e-9));
    assertThat(ranking.settings().values()).containsEntry("seed", "1");
  }

  @Test
  void aSeedWithoutABootstrapIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Elo().rank(battles(win("a", "b")), Settings.of(Map.of("seed", "2"))))
        .withMessage("setting 'seed' is of interval=bootstrap alone");
  }

  private static double lead(double[] ratings) {
    return ratings[1] - ratings[0];
  }

  @Test
  void kMustBeGreaterThanZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Elo().rank(battles(win("a", "b")), Settings.of(Map.of("k", "0"))))
        .withMessageContaining("'k' must be greater than 0: 0.0");
  }
}

package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
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

  @Test
  void kMustBeGreaterThanZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Elo().rank(battles(win("a", "b")), Settings.of(Map.of("k", "0"))))
        .withMessageContaining("'k' must be greater than 0: 0.0");
  }
}

package palmares.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import palmares.scoring.battle.Battles;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Rating.Unranked;

class ArenaHardV2Test {

  /// Wins of a resample of 70 out of 100 are binomial; `scipy.stats.binom.ppf([.05, .95], 100, .7)`
  /// is 62 and 77.
  @Test
  void theEndsAreTheTwentiethsOfTheBinomialDistribution() {
    var builder = Battles.builder();
    for (var game = 0; game < 100; game++) {
      // as many games with the system on either side
      if (game % 2 == 0) {
        builder.add("a", "base", game < 70 ? 1 : 0);
      } else {
        builder.add("base", "a", game < 70 ? 0 : 1);
      }
    }

    var ranking = ArenaHardV2.rank(builder.build(), "base", 20_000, 1);

    var first = (Ranked) ranking.ratings().getFirst();
    assertThat(first.value()).isCloseTo(70, within(0.15));
    assertThat(first.interval()).contains(new Interval(62, 77, 0.9));
    assertThat(((Ranked) ranking.ratings().getLast()).value()).isEqualTo(50);
  }

  /// Rows 1, 1, 1, 0: a clear win counts as three.
  @Test
  void aGameOfWeightThreeIsThreeRows() {
    var battles = Battles.builder().add("a", "base", 1, 3).add("a", "base", 0).build();

    var first = (Ranked) ArenaHardV2.rank(battles, "base", 20_000, 1).ratings().getFirst();

    assertThat(first.columns()).containsEntry("games", 4.0);
    assertThat(first.value()).isCloseTo(75, within(1.0));
  }

  @Test
  void whoNeverMetTheBaselineHasNoScore() {
    var battles = Battles.builder().add("a", "base", 1).add("a", "b", 1).build();

    var last = ArenaHardV2.rank(battles, "base", 100, 1).ratings().getLast();

    assertThat(last).isInstanceOf(Unranked.class);
    assertThat(((Unranked) last).reason()).isEqualTo("never met the baseline");
  }

  @Test
  void aBrokenWeightAndAnUnknownBaselineAreRefused() {
    var battles = Battles.builder().add("a", "base", 1, 1.5).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArenaHardV2.rank(battles, "base", 100, 1))
        .withMessage(
            "a game of 'a' with 'base' is repeated by its weight, which must be whole: 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArenaHardV2.rank(battles, "c", 100, 1))
        .withMessage("the baseline 'c' is none of the systems: [a, base]");
  }
}

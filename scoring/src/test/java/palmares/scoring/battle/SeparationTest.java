package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.tie;
import static palmares.scoring.battle.Rows.win;

import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

class SeparationTest {

  private final BradleyTerry method = new BradleyTerry();

  @Test
  void aSystemThatWonEveryBattleIsUnrankedAndTheOthersAreFittedWithoutIt() {
    var ranking =
        method.rank(
            battles(
                win("echo", "a"), win("echo", "b"), win("a", "b"), win("b", "a"), win("a", "b")),
            Settings.NONE);

    assertThat(Rows.unranked(ranking, "echo").reason())
        .isEqualTo("won every battle: no finite rating");
    // a beat b twice and lost once
    assertThat(Rows.value(ranking, "a") - Rows.value(ranking, "b"))
        .isCloseTo(400 * Math.log10(2), within(1e-9));
    assertThat(ranking.notes())
        .contains("1 of 3 systems in battle have no finite rating and were left out of the fit");
  }

  @Test
  void aSystemThatLostEveryBattleIsUnranked() {
    var ranking =
        method.rank(
            battles(win("a", "last"), win("b", "last"), tie("a", "b"), tie("a", "b")),
            Settings.NONE);

    assertThat(Rows.unranked(ranking, "last").reason())
        .isEqualTo("lost every battle: no finite rating");
  }

  @Test
  void oneTieIsEnoughForAFiniteRating() {
    var ranking = method.rank(battles(win("a", "b"), win("a", "b"), tie("a", "b")), Settings.NONE);

    assertThat(ranking.ratings()).allMatch(Rating.Ranked.class::isInstance);
  }

  @Test
  void aGroupThatAlwaysBeatsTheLargerOneIsUnrankedAsAGroup() {
    var ranking =
        method.rank(
            battles(
                tie("top1", "top2"),
                win("top1", "a"),
                win("top2", "b"),
                win("a", "b"),
                win("b", "c"),
                win("c", "a")),
            Settings.NONE);

    assertThat(Rows.unranked(ranking, "top1").reason())
        .isEqualTo("never lost to a ranked system, not even through others: no finite rating");
    assertThat(ranking.ratings()).filteredOn(Rating.Ranked.class::isInstance).hasSize(3);
  }

  @Test
  void aGroupThatNeverMetTheOthersIsUnranked() {
    var ranking =
        method.rank(
            battles(win("a", "b"), win("b", "c"), win("c", "a"), win("x", "y"), win("y", "x")),
            Settings.NONE);

    assertThat(Rows.unranked(ranking, "x").reason())
        .isEqualTo("never met a ranked system, not even through others");
    assertThat(Rows.value(ranking, "a")).isCloseTo(1000, within(1e-9));
  }

  @Test
  void twoGroupsOfEqualSizeHaveNoCommonScale() {
    var ranking =
        method.rank(
            battles(tie("a", "b"), tie("x", "y"), win("a", "x"), win("b", "y")), Settings.NONE);

    assertThat(ranking.ratings()).allMatch(Rating.Unranked.class::isInstance);
    assertThat(Rows.unranked(ranking, "a").reason())
        .isEqualTo(
            "no common scale: the systems fall into 2 groups without wins in both directions");
  }

  @Test
  void aStrictOrderHasNoFiniteRatings() {
    var ranking = method.rank(battles(win("a", "b"), win("b", "c"), win("a", "c")), Settings.NONE);

    assertThat(ranking.ratings()).allMatch(Rating.Unranked.class::isInstance);
    assertThat(Rows.unranked(ranking, "a").reason()).isEqualTo(Separation.WON_ALL);
    assertThat(Rows.unranked(ranking, "c").reason()).isEqualTo(Separation.LOST_ALL);
  }

  @Test
  void aLongChainOfSystemsIsWalkedWithoutRecursion() {
    var size = 3000;
    var wins = new double[size][size];
    for (var i = 0; i < size; i++) {
      wins[i][(i + 1) % size] = 1;
    }

    assertThat(Separation.of(new PairCounts(wins)).ranked()).hasSize(size);
  }

  @Test
  void theFitSaysWhenItDidNotConverge() {
    // one win in 1e300 battles: the maximum lies hundreds of Newton steps out
    var battles = Battles.builder().add("a", "b", 1, 1).add("a", "b", 0, 1e-300).build();

    var ranking = method.rank(battles, Settings.NONE);

    assertThat(ranking.fit().converged()).isFalse();
    assertThat(ranking.notes().getFirst()).startsWith("not converged after");
  }
}

package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.tie;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

class BradleyTerryTest {

  private final BradleyTerry method = new BradleyTerry();

  @Test
  void twoSystemsThatOnlyTieAreEqualAndConstant() {
    var battles = battles(tie("a", "b"), tie("a", "b"));

    var ranking = method.rank(battles, Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isCloseTo(1000, within(1e-9));
    assertThat(Rows.ranked(ranking, "a").interval()).isEmpty();
    assertThat(Rows.ranked(ranking, "a").labels()).containsEntry("interval", "constant");
    assertThat(Rows.ranked(ranking, "b").tieGroup()).isEqualTo(1);
  }

  @Test
  void threeWinsToOneAreALeadOfTheLogarithmOfThree() {
    var battles = battles(win("a", "b"), win("a", "b"), win("a", "b"), win("b", "a"));

    var ranking = method.rank(battles, Settings.NONE);

    // theta_a - theta_b = ln 3, so 400 log10 3 rating points
    assertThat(Rows.value(ranking, "a") - Rows.value(ranking, "b"))
        .isCloseTo(400 * Math.log10(3), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderOfBattlesChangesNothing(long seed) {
    var rows = Rows.random(seed);
    var shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    var one = method.rank(battles(rows), Settings.NONE);
    var other = method.rank(battles(shuffled), Settings.NONE);

    for (var rating : one.ratings()) {
      var name = rating.subject();
      assertThat(Rows.value(other, name)).isCloseTo(Rows.value(one, name), within(1e-9));
      assertThat(Rows.halfWidth(other, name)).isCloseTo(Rows.halfWidth(one, name), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void namesChangeNothing(long seed) {
    var rows = Rows.random(seed);

    var one = method.rank(battles(rows), Settings.NONE);
    var other =
        method.rank(battles(rows.stream().map(row -> row.renamed("z")).toList()), Settings.NONE);

    for (var rating : one.ratings()) {
      var name = rating.subject();
      assertThat(Rows.value(other, "z" + name)).isCloseTo(Rows.value(one, name), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void swappingSidesChangesNothing(long seed) {
    var rows = Rows.random(seed);

    var one = method.rank(battles(rows), Settings.NONE);
    var other = method.rank(battles(rows.stream().map(Rows.Row::mirrored).toList()), Settings.NONE);

    for (var rating : one.ratings()) {
      var name = rating.subject();
      assertThat(Rows.value(other, name)).isCloseTo(Rows.value(one, name), within(1e-9));
      assertThat(Rows.halfWidth(other, name)).isCloseTo(Rows.halfWidth(one, name), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void turningEveryOutcomeMirrorsTheRatings(long seed) {
    var rows = Rows.random(seed);
    var turned =
        rows.stream()
            .map(r -> new Rows.Row(r.left(), r.right(), 1 - r.outcome(), r.weight(), r.cluster()))
            .toList();

    var one = method.rank(battles(rows), Settings.NONE);
    var other = method.rank(battles(turned), Settings.NONE);

    for (var rating : one.ratings()) {
      var name = rating.subject();
      assertThat(Rows.value(other, name) + Rows.value(one, name)).isCloseTo(2000, within(1e-8));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyBattleTwiceInItsClusterChangesNeitherEstimateNorClusteredInterval(long seed) {
    var rows = Rows.random(seed);
    var twice = new ArrayList<>(rows);
    twice.addAll(rows);

    var one = method.rank(battles(rows), Settings.NONE);
    var other = method.rank(battles(twice), Settings.NONE);

    for (var rating : one.ratings()) {
      var name = rating.subject();
      assertThat(Rows.value(other, name)).isCloseTo(Rows.value(one, name), within(1e-9));
      assertThat(Rows.halfWidth(other, name)).isCloseTo(Rows.halfWidth(one, name), within(1e-9));
      assertThat(naiveWidth(other, name)).isLessThan(0.75 * naiveWidth(one, name));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneMoreWinRaisesTheWinnerAndLowersTheLoser(long seed) {
    var rows = Rows.random(seed);
    var more = new ArrayList<>(rows);
    more.add(new Rows.Row("s2", "s5", 1, 1, "r0"));

    var before = method.rank(battles(rows), Settings.NONE);
    var after = method.rank(battles(more), Settings.NONE);

    assertThat(Rows.value(after, "s2")).isGreaterThan(Rows.value(before, "s2"));
    assertThat(Rows.value(after, "s5")).isLessThan(Rows.value(before, "s5"));
  }

  @Test
  void aWeightCountsLikeRepeatsInTheEstimate() {
    var weighted = Battles.builder().add("a", "b", 1, 3).add("b", "a", 1, 2).build();
    var repeated =
        battles(win("a", "b"), win("a", "b"), win("a", "b"), win("b", "a"), win("b", "a"));

    assertThat(Rows.value(method.rank(weighted, Settings.NONE), "a"))
        .isCloseTo(Rows.value(method.rank(repeated, Settings.NONE), "a"), within(1e-9));
  }

  @Test
  void theAnchorMovesAllRatingsAndNoRank() {
    var battles = battles(Rows.random(4));

    var free = method.rank(battles, Settings.NONE);
    var anchored = method.rank(battles, Settings.of(Map.of("anchor", "s3:1200")));

    var moved = 1200 - Rows.value(free, "s3");
    assertThat(Rows.value(anchored, "s3")).isCloseTo(1200, within(1e-9));
    assertThat(Rows.ranked(anchored, "s3").interval()).isEmpty();
    assertThat(Rows.ranked(anchored, "s3").labels()).containsEntry("interval", "anchor");
    for (var rating : free.ratings()) {
      var one = Rows.ranked(free, rating.subject());
      var other = Rows.ranked(anchored, rating.subject());
      assertThat(other.value()).isCloseTo(one.value() + moved, within(1e-9));
      assertThat(other.rankLow()).isEqualTo(one.rankLow());
      assertThat(other.rankHigh()).isEqualTo(one.rankHigh());
      assertThat(other.tieGroup()).isEqualTo(one.tieGroup());
    }
  }

  @Test
  void anUnknownAnchorIsRefusedByName() {
    var battles = battles(win("a", "b"), win("b", "a"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(battles, Settings.of(Map.of("anchor", "gpt:1000"))))
        .withMessageContaining("'gpt'")
        .withMessageContaining("[a, b]");
  }

  @Test
  void anUnknownSettingIsRefusedByName() {
    var battles = battles(win("a", "b"), win("b", "a"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(battles, Settings.of(Map.of("levle", "0.9"))))
        .withMessageContaining("levle");
  }

  @Test
  void withoutClustersTheRankingSaysThatBattlesCountAsIndependent() {
    var ranking = method.rank(battles(win("a", "b"), win("b", "a")), Settings.NONE);

    assertThat(ranking.notes())
        .containsExactly(
            "no battle names a cluster: the interval takes all battles as independent");
  }

  @Test
  void aNaiveIntervalOnClusteredBattlesIsFlagged() {
    var settings = Settings.of(Map.of("interval", "naive"));

    var ranking = method.rank(battles(Rows.random(5)), settings);

    assertThat(ranking.notes())
        .containsExactly(
            "interval ignores clusters: battles of one example are taken as independent");
  }

  @Test
  void aSystemSeenInOneClusterOnlyMayStandAnywhere() {
    var rows = new ArrayList<>(Rows.random(6));
    rows.add(new Rows.Row("new", "s1", 1, 1, "r0"));
    rows.add(new Rows.Row("new", "s2", 0, 1, "r0"));

    var ranking = method.rank(battles(rows), Settings.NONE);

    var rating = Rows.ranked(ranking, "new");
    assertThat(rating.interval()).isEmpty();
    assertThat(rating.labels().get("interval")).startsWith("unknown");
    assertThat(List.of(rating.rankLow(), rating.rankHigh())).containsExactly(1, 9);
  }

  @Test
  void allSettingsAreRecordedWithTheirDefaults() {
    var ranking = method.rank(battles(win("a", "b"), win("b", "a")), Settings.NONE);

    assertThat(ranking.method()).isEqualTo("bradley-terry@1");
    assertThat(ranking.settings().values())
        .isEqualTo(Map.of("compat", "none", "interval", "clustered", "level", "0.95"));
  }

  private static double naiveWidth(palmares.scoring.ranking.Ranking ranking, String name) {
    Rating.Ranked rating = Rows.ranked(ranking, name);
    return rating.columns().get("naive_high") - rating.columns().get("naive_low");
  }

  @Test
  void evenedPairsAreArenaRanksAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new BradleyTerry()
                .rank(
                    battles(win("a", "b"), win("b", "a")), Settings.NONE.with("reweighted", true)))
        .withMessage("reweighted=true is of compat=arena-rank alone");
  }
}

package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.battle.Rows.Row;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Settings;

/// What holds for every ranking from battles there is. A new one is checked without a line here;
/// one that claims less stands in one of the two sets.
class EveryBattleMethodTest {

  /// A win over the best is worth more to them than a loss to the worst costs.
  private static final Set<String> NOT_MIRRORED = Set.of("pagerank", "eigenvector");

  /// Values that are counts themselves.
  private static final Set<String> COUNTING = Set.of("counting");

  @ParameterizedTest
  @MethodSource("methods")
  void whichSideASystemStandsOnChangesNothing(BattleMethod method) {
    var battles = battles();

    var swapped = values(method, battles.stream().map(Row::mirrored).toList());

    assertSame(swapped, values(method, battles));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theOrderOfTheBattlesChangesNothingOrIsSaidToMatter(BattleMethod method) {
    var turned = new ArrayList<>(battles());
    Collections.reverse(turned);

    if (!isOrderDependent(method)) {
      assertSame(values(method, turned), values(method, battles()));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyBattleTwiceChangesNoRating(BattleMethod method) {
    var doubled = new ArrayList<>(battles());
    doubled.addAll(battles());

    if (COUNTING.contains(method.id())) {
      var once = new TreeMap<>(values(method, battles()));
      once.replaceAll((name, value) -> 2 * value);
      assertSame(values(method, doubled), once);
    } else if (!isOrderDependent(method)) {
      assertSame(values(method, doubled), values(method, battles()));
    }
  }

  /// All pairs meet equally often, so that what one wins and what it loses add up to the same.
  @ParameterizedTest
  @MethodSource("methods")
  void turningAllOutcomesMirrorsTheRatings(BattleMethod method) {
    var battles = battles();
    var straight = values(method, battles);

    var mirrored = values(method, battles.stream().map(EveryBattleMethodTest::reversed).toList());

    if (NOT_MIRRORED.contains(method.id())) {
      assertThat(mirrored.keySet()).isEqualTo(straight.keySet());
    } else {
      var sum = straight.get("a") + mirrored.get("a");
      straight.forEach((name, value) ->
          assertThat(value + mirrored.get(name)).as(name).isCloseTo(sum, within(1e-6)));
    }
  }

  private static void assertSame(Map<String, Double> actual, Map<String, Double> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach(
        (name, value) -> assertThat(value).as(name).isCloseTo(expected.get(name), within(1e-6)));
  }

  private static boolean isOrderDependent(BattleMethod method) {
    return method.rank(Rows.battles(battles()), Settings.NONE).notes().stream()
        .anyMatch(note -> note.contains("order-dependent"));
  }

  private static Map<String, Double> values(BattleMethod method, List<Row> battles) {
    var values = new TreeMap<String, Double>();
    for (var rating : method.rank(Rows.battles(battles), Settings.NONE).ratings()) {
      assertThat(rating).as(method.id()).isInstanceOf(Ranked.class);
      values.put(rating.subject(), ((Ranked) rating).value());
    }
    return values;
  }

  private static Row reversed(Row row) {
    return new Row(row.left(), row.right(), 1 - row.outcome(), 1, "");
  }

  /// Four systems, each two of them twelve times, with wins on both sides and ties.
  private static List<Row> battles() {
    var random = new Random(17);
    var names = List.of("a", "b", "c", "d");
    var battles = new ArrayList<Row>();
    for (var i = 0; i < 4; i++) {
      for (var j = i + 1; j < 4; j++) {
        for (var k = 0; k < 12; k++) {
          var outcome = k < 2 ? k : k < 4 ? 0.5 : random.nextDouble() < 0.6 ? 1 : 0;
          battles.add(new Row(names.get(i), names.get(j), outcome, 1, ""));
        }
      }
    }
    Collections.shuffle(battles, random);
    return battles;
  }

  private static Stream<BattleMethod> methods() {
    return ServiceLoader.load(RankingMethod.class).stream()
        .filter(provider -> BattleMethod.class.isAssignableFrom(provider.type()))
        .map(provider -> (BattleMethod) provider.get());
  }
}

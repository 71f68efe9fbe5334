package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

class LeverageTest {

  /// Trying all sets of battles with numpy 2.4: no two do, some three do, and c passes by them too.
  @Test
  void namesTheFewestBattlesWithoutWhichAnotherSystemIsFirst() {
    var battles = battles("ab ab ab ab ba ba bc bc bc cb cb ac ac ca");

    var leverage = Leverage.of(battles).orElseThrow();

    assertThat(leverage.first()).isEqualTo("a");
    assertThat(leverage.battles()).isEqualTo(14);
    assertThat(leverage.size()).isEqualTo(3);
    assertThat(first(without(battles, rows(leverage)))).isEqualTo(leverage.successor());
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 5, 8, 13, 21})
  void noSmallerSetDoesTheSame(long seed) {
    var battles = random(seed);

    var leverage = Leverage.of(battles).orElseThrow();

    assertThat(first(battles)).isEqualTo(leverage.first());
    assertThat(first(without(battles, rows(leverage)))).isEqualTo(leverage.successor());
    assertThat(leverage.size()).isBetween(1, 5);
    for (var rows : sets(battles.size(), leverage.size() - 1)) {
      assertThat(first(without(battles, rows))).as("without %s", rows).isIn("", leverage.first());
    }
  }

  @Test
  void aFirstPlaceThatNoBattlesDecideAgainstIsFirm() {
    assertThat(Leverage.of(battles("ab ba ab"))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Leverage.of(battles("ab ab")))
        .withMessageContaining("nobody is first");
  }

  /// All sets of so many of the first numbers.
  private static List<Set<Integer>> sets(int numbers, int size) {
    var sets = new ArrayList<Set<Integer>>(List.of(Set.of()));
    for (var k = 0; k < size; k++) {
      var larger = new ArrayList<Set<Integer>>();
      for (var set : sets) {
        for (var next = set.stream().mapToInt(i -> i + 1).max().orElse(0); next < numbers; next++) {
          var with = new HashSet<>(set);
          with.add(next);
          larger.add(with);
        }
      }
      sets = larger;
    }
    return sets;
  }

  private static Set<Integer> rows(Leverage leverage) {
    var rows = new HashSet<Integer>();
    leverage.groups().forEach(group -> rows.addAll(group.rows()));
    return rows;
  }

  private static Battles without(Battles battles, Set<Integer> rows) {
    var builder = Battles.builder();
    for (var row = 0; row < battles.size(); row++) {
      if (!rows.contains(row)) {
        builder.add(
            battles.systems().get(battles.left(row)),
            battles.systems().get(battles.right(row)),
            battles.outcome(row));
      }
    }
    return builder.build();
  }

  /// Who is first, or nobody where not all have a finite strength.
  private static String first(Battles battles) {
    var ratings =
        new BradleyTerry().rank(battles, Settings.NONE.with("interval", "none")).ratings();
    var all = ratings.stream().allMatch(Rating.Ranked.class::isInstance) && ratings.size() == 3;
    return all ? ratings.getFirst().subject() : "";
  }

  private static Battles random(long seed) {
    var random = new Random(seed);
    var words = new StringBuilder("ab ba ab ba bc cb bc cb ca ac ca ac");
    for (var k = 0; k < 6; k++) {
      words.append(random.nextInt(3) == 0 ? " bc" : random.nextBoolean() ? " ab" : " ac");
    }
    return battles(words.toString());
  }

  /// Words of a winner and a loser.
  private static Battles battles(String words) {
    var builder = Battles.builder();
    for (var word : words.split(" ")) {
      builder.add(word.substring(0, 1), word.substring(1), 1);
    }
    return builder.build();
  }
}

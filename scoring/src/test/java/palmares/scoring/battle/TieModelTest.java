package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.tie;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// What holds for every model in which a tie is an outcome of its own.
class TieModelTest {

  static List<CountedMethod> methods() {
    return List.of(new Newman(), new RaoKupper());
  }

  /// One win and one tie: with a lead d and room for ties that grows with it, P(win) and P(tie)
  /// come as near to 1/2 as one likes, and reach it nowhere.
  @ParameterizedTest
  @MethodSource("methods")
  void aWinAndATieHaveNoMaximum(CountedMethod method) {
    var ranking = method.rank(battles(win("a", "b"), tie("a", "b")), Settings.NONE);

    assertThat(ranking.ratings())
        .hasSize(2)
        .allSatisfy(rating ->
            assertThat(rating)
                .isInstanceOfSatisfying(
                    Rating.Unranked.class,
                    unranked -> assertThat(unranked.reason()).endsWith("no finite rating")));
  }

  /// a > b > c with ties of neighbours: 2, 1, 0 parts winners by 1 and the tied by at most 1. One
  /// tie of a and c, 2 apart, stands against it, and so does one upset.
  @Test
  void oneResultAgainstTheOrderMakesAMaximum() {
    var rows = List.of(win("a", "b"), win("b", "c"), tie("a", "b"), tie("b", "c"));
    var tied = new ArrayList<>(rows);
    tied.add(tie("a", "c"));
    var upset = new ArrayList<>(rows);
    upset.add(win("c", "b"));

    assertThat(WinsAndTies.of(battles(rows)).isBoundless()).isTrue();
    assertThat(WinsAndTies.of(battles(tied)).isBoundless()).isFalse();
    assertThat(WinsAndTies.of(battles(upset)).isBoundless()).isFalse();
    assertThat(RaoKupperFit.of(WinsAndTies.of(battles(tied))).fit().converged()).isTrue();
    assertThat(NewmanFit.of(WinsAndTies.of(battles(tied))).fit().converged()).isTrue();
  }
}

package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.ranking.Settings;

/// What holds for every method that reads counts by pair.
class CountedMethodsTest {

  static Stream<CountedMethod> methods() {
    return Stream.of(
        new Counting(), new AverageWinRate(), new Eigenvector(), new PageRank(), new Newman());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void neitherOrderNorSidesNorNamesMatter(CountedMethod method) {
    var rows = Rows.random(11);
    var other = new ArrayList<>(rows.stream().map(row -> row.mirrored().renamed("z")).toList());
    Collections.shuffle(other, new Random(12));

    var ranking = method.rank(battles(rows), Settings.NONE);
    var turned = method.rank(battles(other), Settings.NONE);

    assertThat(ranking.ratings()).hasSize(8);
    for (var rating : ranking.ratings()) {
      assertThat(Rows.value(turned, "z" + rating.subject()))
          .isCloseTo(Rows.value(ranking, rating.subject()), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aBattleOfWeightTwoIsTwoBattles(CountedMethod method) {
    var single = new ArrayList<Rows.Row>();
    for (var row : Rows.random(13)) {
      for (var k = 0; k < row.weight(); k++) {
        single.add(new Rows.Row(row.left(), row.right(), row.outcome(), 1, row.cluster()));
      }
    }

    var weighted = method.rank(battles(Rows.random(13)), Settings.NONE);
    var repeated = method.rank(battles(single), Settings.NONE);

    for (var rating : weighted.ratings()) {
      assertThat(Rows.value(repeated, rating.subject()))
          .isCloseTo(Rows.value(weighted, rating.subject()), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whoWonMostAgainstEachComesFirst(CountedMethod method) {
    var rows = new ArrayList<Rows.Row>();
    for (var k = 0; k < 3; k++) {
      rows.addAll(
          List.of(Rows.win("best", "mid"), Rows.win("best", "low"), Rows.win("mid", "low")));
    }
    rows.addAll(List.of(Rows.win("mid", "best"), Rows.win("low", "best"), Rows.win("low", "mid")));

    var ranking = method.rank(battles(rows), Settings.NONE);

    assertThat(ranking.ratings().getFirst().subject()).isEqualTo("best");
  }
}

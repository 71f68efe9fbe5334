package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.ReferenceData;

class KemenyTest {

  @Test
  void equalsTheExactOrderOfTwelveSystems() {
    var ranking = new Kemeny().rank(Tables.wildBench(), Tables.SETTINGS);

    var expected = ReferenceData.text("rank_aggregation/expected_kemeny.json");
    var names = ranking.ratings().stream().map(Rating::subject).toList();
    assertThat(names).isSortedAccordingTo((a, b) -> expected.indexOf(a) - expected.indexOf(b));
    assertThat(ranking.notes().getFirst()).isEqualTo("agreements: 314 of 330");
  }

  /// The matrix of rank_aggregation/expected_cycle.json: 34 agreements.
  @Test
  void equalsTheExactAgreementsOfACycle() {
    double[][] over = {{0, 7, 3, 6}, {3, 0, 8, 5}, {7, 2, 0, 5}, {4, 5, 5, 0}};

    var orders = KemenyOrders.of(over);

    assertThat(orders.agreements()).isEqualTo(34);
    assertThat(orders.below()[0]).isGreaterThan(orders.below()[1]);
    assertThat(orders.below()[1]).isGreaterThan(orders.below()[2]);
  }

  /// Condorcet's circle: three orders agree with 5 of 9 pairs each, and nobody stands out.
  @Test
  void ordersThatAgreeEquallyWellAreAveraged() {
    double[][] values = {{3, 1, 2}, {2, 3, 1}, {1, 2, 3}};

    var ranking = new Kemeny().rank(Tables.of(List.of("a", "b", "c"), values), Tables.SETTINGS);

    for (var system : List.of("a", "b", "c")) {
      assertThat(Tables.value(ranking, system)).isCloseTo(1, within(1e-12));
    }
    assertThat(ranking.notes())
        .containsExactly(
            "agreements: 5 of 9", "3 orders agree equally well: the value is the mean over them");
  }

  @Test
  void equalsTryingAllOrders() {
    var random = new Random(3);
    var over =
        IntStream.range(0, 6)
            .mapToObj(i -> IntStream.range(0, 6).mapToDouble(j -> random.nextInt(9)).toArray())
            .toArray(double[][]::new);

    assertThat(KemenyOrders.of(over).agreements()).isEqualTo(most(over, 0, 0));
  }

  @Test
  void beyondTwentySystemsTheBoundIsNamed() {
    var systems = IntStream.range(0, 25).mapToObj(i -> "s" + (10 + i)).toList();
    var values =
        IntStream.range(0, 25).mapToObj(i -> new double[] {-i, -i, i}).toArray(double[][]::new);

    var ranking = new Kemeny().rank(Tables.of(systems, values), Tables.SETTINGS);

    assertThat(ranking.ratings().getFirst().subject()).isEqualTo("s10");
    // 300 pairs, two columns of three agree with each: also the bound
    assertThat(ranking.notes().getFirst())
        .startsWith("agreements: 600 of 900; no order has more than 600");
  }

  /// Nothing tells them apart, so that a place each would be one by name: the mean of 0 to 20.
  @Test
  void beyondTwentySystemsEqualOnesShareAPlace() {
    var systems = IntStream.range(0, 21).mapToObj(i -> "s" + (10 + i)).toList();

    var ranking = new Kemeny().rank(Tables.of(systems, new double[21][1]), Tables.SETTINGS);

    assertThat(ranking.ratings())
        .allSatisfy(rating ->
            assertThat(rating)
                .isInstanceOfSatisfying(
                    Rating.Ranked.class,
                    ranked -> {
                      assertThat(ranked.rank()).isEqualTo(1);
                      assertThat(ranked.value()).isEqualTo(10);
                    }));
  }

  private static double most(double[][] over, int set, double sum) {
    var best = set == (1 << over.length) - 1 ? sum : 0;
    for (var next = 0; next < over.length; next++) {
      if ((set >> next & 1) == 0) {
        var gain = 0.0;
        for (var other = 0; other < over.length; other++) {
          gain += other != next && (set >> other & 1) == 0 ? over[next][other] : 0;
        }
        best = Math.max(best, most(over, set | 1 << next, sum + gain));
      }
    }
    return best;
  }
}

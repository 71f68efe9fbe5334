package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularisedNashTest {

  private static final double[][] WINS = {{.5, .6, .7}, {.4, .5, .8}, {.3, .2, .5}};

  /// The fixed point of INPO's step in numpy, which Nash-MD's last iterate nears as its step
  /// shrinks.
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.403416, 0.362683, 0.233901",
    "0.1, 0.672613, 0.274853, 0.052534",
    "0.01, 0.999955, 0.000045, 0"
  })
  void equalsTheFixedPointOfSelfPlay(double tau, double first, double second, double third) {
    var shares = NashMixture.of(WINS, tau);

    assertThat(shares).containsExactly(new double[] {first, second, third}, within(5e-7));
    var odds = Math.log(shares[0] / shares[1]);
    var gains = NashMixture.against(WINS, shares);
    assertThat(odds).isCloseTo((gains[0] - gains[1]) / tau, within(1e-9));
  }

  /// Plain steps go round and round here (numpy 2.4: 0.66 off after 200,000); those that look ahead
  /// arrive.
  @Test
  void aCircleOfUnequalMajoritiesIsSolvedToo() {
    double[][] circle = {{.5, .9, .2}, {.1, .5, .9}, {.8, .1, .5}};

    var shares = NashMixture.of(circle, 0.01);

    assertThat(shares)
        .containsExactly(new double[] {0.3661802, 0.27285775, 0.36096205}, within(5e-8));
  }

  /// Condorcet's circle: nobody stands out, whatever the price.
  @Test
  void aCircleIsSharedEvenly() {
    double[][] values = {{3, 1, 2}, {2, 3, 1}, {1, 2, 3}};

    var ranking =
        new RegularisedNash()
            .rank(Tables.of(List.of("a", "b", "c"), values), Tables.SETTINGS.with("tau", "0.01"));

    assertThat(Tables.value(ranking, "a")).isEqualTo(Tables.value(ranking, "c"));
    assertThat(Tables.value(ranking, "a")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(ranking.notes().getFirst()).contains("exploitability 0.000000");
  }

  @Test
  void theWinnerOfAllPairsTakesNearlyAllForASmallPrice() {
    var ranking =
        new RegularisedNash().rank(Tables.wildBench(), Tables.SETTINGS.with("tau", "0.01"));

    assertThat(ranking.ratings().getFirst().subject()).isEqualTo("Athene-70B");
    assertThat(Tables.value(ranking, "Athene-70B")).isGreaterThan(0.99);
  }

  @Test
  void aPriceThatIsTooSmallIsRefused() {
    var table = Tables.of(List.of("a", "b"), new double[][] {{1}, {2}});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegularisedNash().rank(table, Tables.SETTINGS.with("tau", "0")))
        .withMessage("setting 'tau' must be 0.01 or more: 0.0");
  }
}

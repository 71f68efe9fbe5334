package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.TopPicks.Convention;

class TopPicksTest {

  private static final double[] TRUTHS = {8, 5, 10, 6, 1};
  private static final double[] ESTIMATES = {0.9, 0.1, 0.8, 0.7, 0.2};

  @Test
  void theRatioOfThreePicksIsKnownInBothConventions() {
    // picks are worth 10, 8, 6 and the baseline 7: 3 / sqrt(8 / 3) and 3 / 2
    assertThat(picks(3, Convention.PAPER).of(ESTIMATES, TRUTHS, 7).ratio().orElseThrow())
        .isCloseTo(1.8371173070873836, within(1e-12));
    assertThat(picks(3, Convention.SCOPE_RL).of(ESTIMATES, TRUTHS, 7).ratio().orElseThrow())
        .isCloseTo(1.5, within(1e-12));
  }

  @Test
  void bestWorstAndMeanStandBesideIt() {
    var outcome = picks(3, Convention.SCOPE_RL).of(ESTIMATES, TRUTHS, 7);

    assertThat(outcome.best()).isEqualTo(10);
    assertThat(outcome.worst()).isEqualTo(6);
    assertThat(outcome.mean()).isEqualTo(8);
    assertThat(outcome.deviation()).isEqualTo(2);
  }

  @Test
  void picksBelowTheBaselineLoseInThePaperAndHaveZeroInScopeRl() {
    assertThat(picks(3, Convention.PAPER).of(ESTIMATES, TRUTHS, 12).ratio().orElseThrow())
        .isNegative();
    assertThat(picks(3, Convention.SCOPE_RL).of(ESTIMATES, TRUTHS, 12).ratio()).hasValue(0);
  }

  @Test
  void onePickAndPicksOfEqualWorthHaveNoRatio() {
    assertThat(picks(1, Convention.PAPER).of(ESTIMATES, TRUTHS, 7).ratio()).isEmpty();
    assertThat(
            picks(2, Convention.PAPER)
                .of(new double[] {3, 2, 1}, new double[] {4, 4, 9}, 3)
                .ratio())
        .isEmpty();
  }

  @Test
  void tiesAcrossTheBorderAreDrawnAndNotTakenByPlace() {
    double[] tied = {2, 1, 1};
    double[] truths = {5, 3, 9};

    var outcome = picks(2, Convention.PAPER).of(tied, truths, 0);
    var turned = picks(2, Convention.PAPER).of(tied, new double[] {5, 9, 3}, 0);

    // 5 with 3: best 5, deviation 1, ratio 5; 5 with 9: best 9, deviation 2, ratio 4.5
    assertThat(outcome.best()).isCloseTo(7, within(0.2));
    assertThat(outcome.ratio().orElseThrow()).isCloseTo(4.75, within(0.03));
    assertThat(turned).isEqualTo(outcome);
  }

  @Test
  void tiesWithinThePicksChangeNothing() {
    assertThat(picks(2, Convention.PAPER).of(new double[] {2, 2, 1}, new double[] {5, 3, 9}, 0))
        .isEqualTo(
            picks(2, Convention.PAPER).of(new double[] {3, 2, 1}, new double[] {5, 3, 9}, 0));
  }

  @Test
  void estimatesThatDifferByRoundingAreTied() {
    assertThat(TopPicks.first(new double[] {0.1 + 0.2, 0.3, 0.1})).containsExactly(0, 1);
  }

  private static TopPicks picks(int k, Convention convention) {
    return new TopPicks(k, convention, 1000, 1);
  }
}

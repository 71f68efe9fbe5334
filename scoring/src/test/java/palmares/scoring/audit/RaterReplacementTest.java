package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.agreement.KrippendorffAlpha.Level;
import palmares.scoring.ranking.Bootstrap;

class RaterReplacementTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1, 0.95);

  /// By hand: people 1 1 2 2 / 1 2 2 2 have alpha 1 - 7 * 2 / (2 * 3 * 5) = 8/15; with the judge,
  /// who says what the second does, the first replaced is full agreement, the second unchanged but
  /// for being the judge's: 1 and 8/15.
  @Test
  void isTheMeanOverWhomTheJudgeReplaces() {
    double[][] people = {{1, 1, 2, 2}, {1, 2, 2, 2}};

    var found = RaterReplacement.of(people[1], people, Level.NOMINAL, BOOTSTRAP);

    assertThat(found.people().orElseThrow()).isCloseTo(8 / 15.0, within(1e-12));
    assertThat(found.change().orElseThrow()).isCloseTo((1 - 8 / 15.0) / 2, within(1e-12));
  }

  @Test
  void aJudgeThatDrawsLotsIsHarmful() {
    var random = new Random(7);
    var people = new double[3][60];
    var judge = new double[60];
    for (var item = 0; item < 60; item++) {
      judge[item] = random.nextInt(5);
      for (var person : people) {
        person[item] = item % 5 + random.nextInt(2);
      }
    }

    var found = RaterReplacement.of(judge, people, Level.ORDINAL, BOOTSTRAP);

    assertThat(found.interval().orElseThrow().high()).isNegative();
  }

  @Test
  void aGapStaysAGapAndAJudgeThatIsSilentReplacesNobody() {
    double[][] people = {{1, 2, Double.NaN, 2}, {1, 2, 2, 1}};
    double[] silent = {Double.NaN, Double.NaN, 1, Double.NaN};

    var found = RaterReplacement.of(silent, people, Level.NOMINAL, BOOTSTRAP);
    var alone = new double[][] {{1, 2}};

    assertThat(found.change()).hasValue(0); // the one item it judges has one person's value alone
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RaterReplacement.of(alone[0], alone, Level.NOMINAL, BOOTSTRAP));
  }
}

package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Bootstrap;

class SelfPreferenceTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1, 0.95);

  /// Closed form: 62 % by the judge, 47 % by gold, 15 points.
  @Test
  void isTheRateByTheJudgeLessTheRateByGold() {
    var own = new double[100];
    var votes = new double[100][];
    for (var i = 0; i < 100; i++) {
      own[i] = i < 62 ? 0.9 : 0.2;
      votes[i] = i < 47 ? new double[] {1, 1, 0} : new double[] {0.4, 0, 1};
    }

    var found = SelfPreference.of(own, votes, BOOTSTRAP);

    assertThat(found.judge()).isEqualTo(0.62);
    assertThat(found.gold()).isEqualTo(0.47);
    assertThat(found.bias()).isCloseTo(0.15, within(1e-15));
    assertThat(found.interval().orElseThrow().low()).isGreaterThan(0);
  }

  @Test
  void aJudgeThatSaysWhatGoldSaysHasNoneAndTiesCountHalf() {
    double[] own = {1, 0.5, 0};

    var found = SelfPreference.of(own, new double[][] {{1, 0.7}, {1, 0}, {0}}, BOOTSTRAP);

    assertThat(found.judge()).isEqualTo(0.5);
    assertThat(found.bias()).isZero();
    assertThat(found.interval()).isEmpty();
  }

  @Test
  void verdictsThatAreNoneAreRefused() {
    for (var votes : Arrays.asList(new double[0], new double[] {Double.NaN}, new double[] {2})) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SelfPreference.of(new double[] {1}, new double[][] {votes}, BOOTSTRAP));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SelfPreference.of(new double[0], new double[0][], BOOTSTRAP));
  }
}

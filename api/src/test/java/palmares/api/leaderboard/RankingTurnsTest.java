package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import palmares.api.problem.Refused;

class RankingTurnsTest {

  private final RankingTurns turns = new RankingTurns(Duration.ofMillis(10));

  @Test
  void oneReaderMoreThanThereAreTurnsIsAskedToComeAgain() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> nested(RankingTurns.AT_ONCE + 1))
        .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(503))
        .satisfies(refused -> assertThat(refused.headers()).containsEntry("Retry-After", "1"));
  }

  @Test
  void aTurnIsGivenBackHoweverItEnds() {
    for (var i = 0; i <= RankingTurns.AT_ONCE; i++) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() ->
              turns.take(() -> {
                throw new IllegalStateException("no such category");
              }));
    }

    assertThat(nested(RankingTurns.AT_ONCE)).isZero();
  }

  private int nested(int depth) {
    return depth == 0 ? 0 : turns.take(() -> nested(depth - 1));
  }
}

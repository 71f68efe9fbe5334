package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RanksTest {

  @Test
  void theHighestIsFirstAndOfEqualOnesTheEarlier() {
    var scores = new double[] {0.5, 2, 0.5, 3};

    assertThat(Ranks.descending(scores)).containsExactly(3, 1, 0, 2);
    assertThat(Ranks.of(scores)).containsExactly(3, 2, 4, 1);
  }
}

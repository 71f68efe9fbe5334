package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignTestTest {

  @Test
  void tiesAreCountedAndDecideNothing() {
    var signs = SignTest.of(new double[] {1, 0.1, 2, 3, 0, 0, 5, 9, 0.5, -1, -7, -0.2});

    assertThat(signs.better()).isEqualTo(7);
    assertThat(signs.worse()).isEqualTo(3);
    assertThat(signs.ties()).isEqualTo(2);
    // scipy 1.17.1: stats.binomtest(7, 10).pvalue
    assertThat(signs.p()).isCloseTo(0.34375, within(1e-14));
  }

  @Test
  void twoSystemsThatAlwaysTieAreNotTold() {
    assertThat(SignTest.of(new double[] {0, -0.0, 0})).isEqualTo(new SignTest(0, 0, 3, 1));
  }
}

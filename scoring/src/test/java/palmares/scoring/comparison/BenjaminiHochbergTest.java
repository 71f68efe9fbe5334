package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

  /// The 15 tests of the paper's section 3.2, of which the procedure finds four at 0.05 where the
  /// bound on any false one finds three. Raised: scipy 1.17, stats.false_discovery_control.
  @Test
  void equalsTheExampleOfThePaper() {
    double[] p = {
      .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
      .7590, 1
    };

    var raised = BenjaminiHochberg.adjusted(p);

    assertThat(Arrays.copyOf(raised, 7))
        .containsExactly(
            new double[] {
              .0015, .003, .0095, .035625, .0603, .06385714285714286, .06385714285714286
            },
            within(1e-15));
    assertThat(raised[9]).isCloseTo(.486, within(1e-15));
    assertThat(Arrays.stream(raised).filter(each -> each <= 0.05)).hasSize(4);
    assertThat(Arrays.stream(Holm.adjusted(p)).filter(each -> each <= 0.05)).hasSize(3);
  }

  @Test
  void theOrderOfTheTestsAndEqualOnesChangeNothing() {
    assertThat(BenjaminiHochberg.adjusted(0.04, 0.01, 0.04)).containsExactly(0.04, 0.03, 0.04);
    assertThat(BenjaminiHochberg.adjusted(0.2)).containsExactly(0.2);
    assertThat(BenjaminiHochberg.adjusted()).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> BenjaminiHochberg.adjusted(1.1, 0.1))
        .hasMessage("p must be in 0..1: 1.1");
  }
}

package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class McNemarTest {

  /// Agresti, Categorical Data Analysis, table 10.1 (approval at two times): 794, 150, 86, 570.
  /// Expected value from scipy 1.17.1: stats.binomtest(86, 236).pvalue.
  @Test
  void onlyExamplesThatOneOfThemHasRightDecide() {
    var left = new double[1600];
    var right = new double[1600];
    Arrays.fill(left, 0, 944, 1);
    Arrays.fill(right, 0, 794, 1);
    Arrays.fill(right, 944, 1030, 1);

    assertThat(McNemar.of(left, right))
        .hasValueSatisfying(found -> {
          assertThat(found.both()).isEqualTo(794);
          assertThat(found.onlyLeft()).isEqualTo(150);
          assertThat(found.onlyRight()).isEqualTo(86);
          assertThat(found.neither()).isEqualTo(570);
          assertThat(found.p()).isCloseTo(3.7159361395713866e-05, within(1e-16));
        });
  }

  @Test
  void scoresBetweenRightAndWrongHaveNone() {
    assertThat(McNemar.of(new double[] {1, 0.5}, new double[] {0, 1})).isEmpty();
    assertThat(McNemar.of(new double[] {1, 0}, new double[] {0, 10})).isEmpty();
  }

  @Test
  void everyExampleNeedsBothScores() {
    assertThatThrownBy(() -> McNemar.of(new double[2], new double[3]))
        .hasMessage("both systems need a score for each example: 2 and 3");
  }
}

package palmares.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {

  /// Anscombe (1973), sets I and II: nearly the same r, another order. Expected values from scipy
  /// 1.17.1: stats.pearsonr(x, y), stats.spearmanr(x, y).
  @Test
  void anscombesFirstTwoSetsShareTheirLineAndNotTheirOrder() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] first = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    double[] second = {9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74};

    var one = Correlation.of(x, first);
    var two = Correlation.of(x, second);

    assertThat(one.pearson()).isCloseTo(0.8164205163448395, within(1e-14));
    assertThat(one.spearman()).isCloseTo(0.8181818181818182, within(1e-14));
    assertThat(two.pearson()).isCloseTo(0.8162365060002424, within(1e-14));
    assertThat(two.spearman()).isCloseTo(0.690909090909091, within(1e-14));
    assertThat(one.responses()).isEqualTo(11);
  }

  /// scipy 1.17.1: stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]), the example of its
  /// documentation, and the same call for the second pair.
  @Test
  void tiesGetTheMeanOfTheirRanks() {
    var one = Correlation.of(new double[] {1, 2, 3, 4, 5}, new double[] {5, 6, 7, 8, 7});
    var many =
        Correlation.of(
            new double[] {0, 0, 1, 1, 1, 0.5}, new double[] {0.2, 0.2, 0.9, 1, 0.4, 0.2});

    assertThat(one.spearman()).isCloseTo(0.8207826816681233, within(1e-14));
    assertThat(one.pearson()).isCloseTo(0.8320502943378436, within(1e-14));
    assertThat(many.spearman()).isCloseTo(0.8853648783083367, within(1e-14));
    assertThat(many.pearson()).isCloseTo(0.776684969892153, within(1e-14));
  }

  @Test
  void theSameOrderIsOneAndTheOppositeMinusOne() {
    double[] x = {1, 10, 100};

    assertThat(Correlation.of(x, new double[] {2, 3, 4}).spearman()).isCloseTo(1, within(1e-15));
    assertThat(Correlation.of(x, new double[] {4, 3, 2}).spearman()).isCloseTo(-1, within(1e-15));
  }

  @Test
  void nothingIsSaidOfAConstantOrOfTooFewResponses() {
    var constant = Correlation.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3});

    assertThat(constant.pearson()).isNull();
    assertThat(constant.spearman()).isNull();
    assertThat(Correlation.of(new double[] {1}, new double[] {2}).pearson()).isNull();
    assertThat(Correlation.of(new double[0], new double[0]).spearman()).isNull();
    assertThatThrownBy(() -> Correlation.of(new double[1], new double[2]))
        .hasMessage("both evaluators need a value for each response: 1 and 2");
  }
}

package palmares.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.ReferenceData;

class KendallTauTest {

  @ParameterizedTest
  @CsvSource({"s1, s2, 12", "s1, s3, 13", "s2, s3, 23"})
  void equalsScipyOnScoresAsPearsonAndSpearmanDo(String first, String second, String pair) {
    var rows = ReferenceData.csv("prometheus_gpt4_scores/mt_bench_eval.csv");
    var x = rows.stream().mapToDouble(row -> Double.parseDouble(row.get(first))).toArray();
    var y = rows.stream().mapToDouble(row -> Double.parseDouble(row.get(second))).toArray();

    var tau = KendallTau.b(x, y).orElseThrow();
    var correlation = Correlation.of(x, y);

    Verdict.one(
        "prometheus_gpt4_scores", "Kendall tau-b", 1e-12, tau, expected("kendall_tau_b_" + pair));
    Verdict.one(
        "prometheus_gpt4_scores",
        "Pearson",
        1e-12,
        correlation.pearson(),
        expected("pearson_" + pair));
    Verdict.one(
        "prometheus_gpt4_scores",
        "Spearman",
        1e-12,
        correlation.spearman(),
        expected("spearman_" + pair));
  }

  @Test
  void sortingCountsAsComparingAllPairsDoes() {
    var random = new Random(7);
    var x = random.doubles(200).map(value -> Math.floor(9 * value)).toArray();
    var y = random.doubles(200).map(value -> Math.floor(5 * value)).toArray();

    assertThat(KendallTau.b(x, y).orElseThrow()).isCloseTo(byAllPairs(x, y), within(1e-12));
  }

  @Test
  void theSameOrderIsOneAndTheOppositeMinusOne() {
    double[] rising = {1, 2, 3, 4};

    assertThat(KendallTau.b(rising, rising).orElseThrow()).isEqualTo(1);
    assertThat(KendallTau.b(rising, new double[] {9, 7, 5, 0}).orElseThrow()).isEqualTo(-1);
  }

  @Test
  void whoTiesEverythingHasNoOrder() {
    assertThat(KendallTau.b(new double[] {1, 1}, new double[] {1, 2})).isEmpty();
    assertThat(KendallTau.b(new double[] {1}, new double[] {1})).isEmpty();
  }

  private static double byAllPairs(double[] x, double[] y) {
    var ahead = 0.0;
    var inX = 0.0;
    var inY = 0.0;
    for (var i = 0; i < x.length; i++) {
      for (var j = 0; j < i; j++) {
        ahead += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
        inX += x[i] == x[j] ? 0 : 1;
        inY += y[i] == y[j] ? 0 : 1;
      }
    }
    return ahead / Math.sqrt(inX * inY);
  }

  private static double expected(String name) {
    return ReferenceData.number("prometheus_gpt4_scores/expected_mt_bench_eval.json", name);
  }
}

package palmares.scoring.comparison;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import palmares.scoring.ranking.StudentT;

/// The smallest true mean difference that a comparison of so many examples can be expected to find:
/// with it, a two-sided test at `1 - level` says so four times in five.
///
/// `(t_a + t_b) s / sqrt(n)`: `s` the standard deviation of the differences, `t_a` the quantile of
/// Student's t with n - 1 degrees of freedom that the level leaves outside to both sides, `t_b` the
/// one at [#POWER]. Source: H. Bloom, Minimum Detectable Effects, Evaluation Review 19 (1995).
public final class DetectableEffect {

  /// How often the test is to find it.
  public static final double POWER = 0.8;

  private DetectableEffect() {}

  /// @param differences of scores, example by example
  /// @return null where the differences do not vary, or there are fewer than two
  public static @Nullable Double of(double[] differences, double level) {
    var size = differences.length;
    if (Arrays.stream(differences).allMatch(each -> each == differences[0])) {
      return null;
    }
    var mean = Arrays.stream(differences).average().orElseThrow();
    var squares = Arrays.stream(differences).map(each -> (each - mean) * (each - mean)).sum();
    var quantiles = StudentT.critical(level, size - 1) + StudentT.critical(2 * POWER - 1, size - 1);
    return quantiles * Math.sqrt(squares / (size - 1) / size);
  }
}

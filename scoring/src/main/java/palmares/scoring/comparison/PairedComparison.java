package palmares.scoring.comparison;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// Two systems on the same examples.
///
/// `difference` is the mean over examples of left minus right. Its interval is the middle of the
/// mean differences of resampled examples (paired bootstrap, percentiles; Efron and Tibshirani
/// 1993, 13.3): what two systems share, such as hard examples, cancels in each difference, so it is
/// narrower than the systems' own intervals suggest. Below some 30 examples it is known to be too
/// narrow; the tests hold for any number.
///
/// @param difference positive where the left system is better
/// @param interval absent where all resamples give one difference
/// @param detectable the smallest true difference that a test at the level of the interval would
///   find four times in five, see [DetectableEffect]; absent where the differences do not vary
/// @param mcnemar present where all scores are 0 or 1
public record PairedComparison(
    int examples,
    double leftMean,
    double rightMean,
    double difference,
    @Nullable Interval interval,
    @Nullable Double detectable,
    SignTest signs,
    PermutationTest permutation,
    @Nullable McNemar mcnemar) {

  /// @param left and `right`: finite scores of the same examples, in the same order, at least one
  /// @throws IllegalArgumentException if they are not equally many, none, or not finite
  public static PairedComparison of(double[] left, double[] right, ComparisonSettings settings) {
    var differences = Differences.of(left, right);
    if (differences.length == 0) {
      throw new IllegalArgumentException("a comparison needs at least one example");
    }
    var bootstrap = new Bootstrap(settings.rounds(), settings.seed(), settings.level());
    return new PairedComparison(
        differences.length,
        mean(left),
        mean(right),
        mean(differences),
        bootstrap.interval(bootstrap.means(differences)).orElse(null),
        DetectableEffect.of(differences, settings.level()),
        SignTest.of(differences),
        PermutationTest.of(differences, settings.draws(), settings.seed()),
        McNemar.of(left, right).orElse(null));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}

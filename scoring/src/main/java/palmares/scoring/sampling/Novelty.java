package palmares.scoring.sampling;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// How different several samples for one prompt are, and what that is worth.
///
/// Source: NoveltyBench (Y. Zhang et al. 2025); diversity times quality: T. Li et al., Jointly
/// Reinforcing Diversity and Quality in Language Model Generations (DARLING 2025), whose code lifts
/// each diversity to 0.1 at least.
///
/// @param classes of the samples in their order; samples that mean the same are of one class
public record Novelty(List<String> classes) {

  /// How likely a reader is to look at one more sample.
  public static final double PATIENCE = 0.8;

  public Novelty {
    classes = List.copyOf(classes);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("a prompt needs one sample or more");
    }
  }

  /// How many classes there are (distinct@n). NoveltyBench's files hold one less.
  public int distinct() {
    return new HashSet<>(classes).size();
  }

  /// What a reader gains who looks at one sample after the other, goes on each time with
  /// probability [#PATIENCE], and gains nothing by what means the same as an earlier one: `(1 - p)
  /// / (1 - p^n) Σ p^(i - 1) [sample i opens a class] quality_i`.
  ///
  /// @throws IllegalArgumentException if there is not one quality for each sample
  public double utility(double[] quality) {
    requireOneEach(quality);
    var seen = new HashSet<String>();
    var sum = 0.0;
    var chance = 1.0;
    var chances = 0.0;
    for (var k = 0; k < quality.length; k++) {
      sum += seen.add(classes.get(k)) ? chance * quality[k] : 0;
      chances += chance;
      chance *= PATIENCE;
    }
    return sum / chances;
  }

  /// The mean over samples of quality times diversity, `(n - size of its class) / (n - 1)`.
  ///
  /// @throws IllegalArgumentException if there is one sample alone, or not one quality for each
  public double diverseQuality(double[] quality) {
    requireOneEach(quality);
    var size = classes.size();
    if (size < 2) {
      throw new IllegalArgumentException("diversity needs two samples or more: " + size);
    }
    return IntStream.range(0, size)
        .mapToDouble(k -> quality[k] * diversity(classes.get(k)))
        .average()
        .orElseThrow();
  }

  private double diversity(String own) {
    var alike = classes.stream().filter(own::equals).count();
    return (double) (classes.size() - alike) / (classes.size() - 1);
  }

  private void requireOneEach(double[] quality) {
    if (quality.length != classes.size()) {
      throw new IllegalArgumentException(
          "each of %d samples needs a quality: %d".formatted(classes.size(), quality.length));
    }
  }
}

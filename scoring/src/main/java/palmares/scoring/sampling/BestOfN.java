package palmares.scoring.sampling;

import java.util.Comparator;
import java.util.stream.IntStream;

/// What the sample with the greatest score is worth among N drawn without replacement: the exact
/// mean over all ways to draw, `Σ C(m - i, N - 1) / C(m, N) worth_i` over the m samples by falling
/// score, i from 1. Samples of one score share their places.
///
/// With scores that are the worth itself, 1 or 0, it is pass@N. Source: order statistics, as the
/// best-of-N curves of A. Huang et al., Self-Improvement in Language Models: The Sharpening
/// Mechanism (2024).
public final class BestOfN {

  private BestOfN() {}

  /// @param scores by which is chosen, and `worth` of the same samples
  /// @throws IllegalArgumentException if they are not equally many or n is not from 1 to how many
  ///   they are
  public static double of(double[] scores, double[] worth, int n) {
    var size = scores.length;
    if (size != worth.length) {
      throw new IllegalArgumentException(
          "each sample needs a score and a worth: %d and %d".formatted(size, worth.length));
    }
    if (n < 1 || n > size) {
      throw new IllegalArgumentException(
          "N must be from 1 to the %d samples: %d".formatted(size, n));
    }
    var order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var chance = (double) n / size; // that the sample in this place is the best one drawn
    var mean = 0.0;
    for (var from = 0; from < size; ) {
      var to = from;
      var chances = 0.0;
      var sum = 0.0;
      while (to < size && scores[order[to]] == scores[order[from]]) {
        chances += chance;
        sum += worth[order[to]];
        chance *= to + 1 < size ? (double) (size - n - to) / (size - 1 - to) : 0;
        to++;
      }
      mean += chances * sum / (to - from);
      from = to;
    }
    return mean;
  }
}

package palmares.scoring.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The probabilities of several tests in their order, as corrections for many tests need them.
final class RisingOrder {

  private RisingOrder() {}

  /// The places of the probabilities, smallest first.
  ///
  /// @throws IllegalArgumentException if one is not in 0..1
  static int[] of(double... p) {
    for (var each : p) {
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("p must be in 0..1: " + each);
      }
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}

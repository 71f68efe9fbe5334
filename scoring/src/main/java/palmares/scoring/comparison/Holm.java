package palmares.scoring.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Probabilities of several tests made at once, raised so that the probability of even one false
/// finding among them stays below the level each is held to.
///
/// With m tests in the order of their p, smallest first, `p'_i = max over j <= i of min(1, (m - j +
/// 1) p_j)`. Holds whatever the tests have to do with each other. Source: Holm 1979.
public final class Holm {

  private Holm() {}

  /// @return in the order given
  /// @throws IllegalArgumentException if one is not in 0..1
  public static double[] adjusted(double... p) {
    for (var each : p) {
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("p must be in 0..1: " + each);
      }
    }
    var order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var adjusted = new double[p.length];
    var greatest = 0.0;
    for (var place = 0; place < order.length; place++) {
      greatest = Math.max(greatest, Math.min(1, (p.length - place) * p[order[place]]));
      adjusted[order[place]] = greatest;
    }
    return adjusted;
  }
}

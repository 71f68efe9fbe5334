package palmares.scoring.comparison;

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
    var order = RisingOrder.of(p);
    var adjusted = new double[p.length];
    var greatest = 0.0;
    for (var place = 0; place < order.length; place++) {
      greatest = Math.max(greatest, Math.min(1, (p.length - place) * p[order[place]]));
      adjusted[order[place]] = greatest;
    }
    return adjusted;
  }
}

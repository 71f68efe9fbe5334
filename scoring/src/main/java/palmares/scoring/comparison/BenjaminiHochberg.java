package palmares.scoring.comparison;

/// Probabilities of several tests made at once, raised so that calling all those below a level
/// findings has at most that share of false ones among them, on average.
///
/// With m tests in the order of their p, smallest first, `q_i = min over j >= i of min(1, m / j
/// p_j)`. Finds more than [Holm], which bounds the probability of even one false finding; holds
/// where the tests are independent or go together. Source: Benjamini and Hochberg 1995.
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /// @return in the order given
  /// @throws IllegalArgumentException if one is not in 0..1
  public static double[] adjusted(double... p) {
    var order = RisingOrder.of(p);
    var adjusted = new double[p.length];
    var least = 1.0;
    for (var place = order.length; place > 0; place--) {
      least = Math.min(least, p.length * p[order[place - 1]] / place);
      adjusted[order[place - 1]] = least;
    }
    return adjusted;
  }
}

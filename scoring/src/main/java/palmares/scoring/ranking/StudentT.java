package palmares.scoring.ranking;

/// Student's t distribution for whole degrees of freedom.
public final class StudentT {

  private StudentT() {}

  /// The t for which `P(|T| <= t) = level`.
  ///
  /// Bisection on the angle `atan(t / sqrt(df))`, in which the probability is a finite sum.
  public static double critical(double level, int df) {
    var low = 0.0;
    var high = Math.PI / 2;
    while (true) {
      var middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        return Math.tan(middle) * Math.sqrt(df);
      }
      if (within(middle, df) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /// Abramowitz and Stegun 26.7.3 (odd) and 26.7.4 (even).
  private static double within(double angle, int df) {
    var odd = df % 2 == 1;
    var cosine = Math.cos(angle);
    var term = odd ? cosine : 1;
    var sum = 0.0;
    for (var i = odd ? 3 : 2; i <= df; i += 2) {
      sum += term;
      term *= cosine * cosine * (i - 1) / i;
    }
    return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  }
}

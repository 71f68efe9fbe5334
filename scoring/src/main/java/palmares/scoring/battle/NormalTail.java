package palmares.scoring.battle;

/// The standard normal distribution function and what goes with it, far into the lower tail.
///
/// @param logProbability `log Phi(x)`
/// @param hazard `phi(x) / Phi(x)`, its derivative
record NormalTail(double logProbability, double hazard) {

  /// Below it a continued fraction converges fast, above it a series of positive terms.
  private static final double FAR = -3;

  private static final int TERMS_FAR = 200;
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /// Source: Abramowitz and Stegun 26.2.11 and 26.2.14.
  static NormalTail of(double x) {
    var logDensity = -x * x / 2 - HALF_LOG_TWO_PI;
    if (x < FAR) {
      var hazard = inverseOfMillsRatio(-x);
      return new NormalTail(logDensity - Math.log(hazard), hazard);
    }
    var density = Math.exp(logDensity);
    var above = x <= -FAR ? 0.5 + density * series(x) : 1 - density / inverseOfMillsRatio(x);
    return new NormalTail(Math.log(above), density / above);
  }

  /// `x + 1 / (x + 2 / (x + 3 / ...))`, from its far end.
  private static double inverseOfMillsRatio(double x) {
    var value = x;
    for (var k = TERMS_FAR; k > 0; k--) {
      value = x + k / value;
    }
    return value;
  }

  /// `x + x^3 / 3 + x^5 / (3 5) + ...`
  private static double series(double x) {
    var term = x;
    var sum = x;
    for (var k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return sum;
  }
}

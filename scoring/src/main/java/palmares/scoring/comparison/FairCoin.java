package palmares.scoring.comparison;

/// How far from half and half the tosses of a fair coin fall.
final class FairCoin {

  private FairCoin() {}

  /// The probability that `heads + tails` tosses fall at least as unevenly: `min(1, 2 P(X <= k))`
  /// with k the rarer side and X binomial with probability 1/2. 1 without a toss.
  ///
  /// In logarithms, so that 100,000 tosses neither overflow nor vanish.
  static double atLeastAsUneven(int heads, int tails) {
    if (heads < 0 || tails < 0) {
      throw new IllegalArgumentException(
          "counts of tosses must be 0 or more: %d and %d".formatted(heads, tails));
    }
    var tosses = heads + tails;
    var rarer = Math.min(heads, tails);
    var logOfTerm = -tosses * Math.log(2);
    for (var i = 1; i <= rarer; i++) {
      logOfTerm += Math.log((double) (tosses - rarer + i) / i);
    }
    var share = 1.0;
    var shares = 0.0;
    for (var i = rarer; i >= 0; i--) {
      shares += share;
      share *= (double) i / (tosses - i + 1);
    }
    return Math.min(1, 2 * Math.exp(logOfTerm) * shares);
  }
}

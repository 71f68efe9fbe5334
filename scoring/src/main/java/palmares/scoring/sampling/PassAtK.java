package palmares.scoring.sampling;

/// The probability that one of k samples is right, drawn without replacement from n of which c are:
/// `1
/// - C(n - c, k) / C(n, k)`, unbiased unlike `1 - (1 - c / n)^k`.
///
/// Source: M. Chen et al., Evaluating Large Language Models Trained on Code (2021).
public final class PassAtK {

  private PassAtK() {}

  /// @param n samples, `c` of them right
  /// @param k from 1 to n
  /// @throws IllegalArgumentException if c is not from 0 to n, or k not from 1 to n
  public static double of(int n, int c, int k) {
    if (c < 0 || c > n) {
      throw new IllegalArgumentException("right samples must be from 0 to %d: %d".formatted(n, c));
    }
    if (k < 1 || k > n) {
      throw new IllegalArgumentException("k must be from 1 to the %d samples: %d".formatted(n, k));
    }
    if (n - c < k) {
      return 1;
    }
    var allWrong = 1.0;
    for (var i = n - c + 1; i <= n; i++) {
      allWrong *= 1 - (double) k / i;
    }
    return 1 - allWrong;
  }
}

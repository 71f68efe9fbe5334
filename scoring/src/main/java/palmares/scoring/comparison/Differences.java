package palmares.scoring.comparison;

/// Differences of two systems' scores, example by example.
final class Differences {

  private Differences() {}

  /// Left minus right.
  static double[] of(double[] left, double[] right) {
    requirePairs(left, right);
    var differences = new double[left.length];
    for (var i = 0; i < differences.length; i++) {
      differences[i] = left[i] - right[i];
      if (!Double.isFinite(differences[i])) {
        throw new IllegalArgumentException(
            "scores of example %d must be finite: %s and %s".formatted(i, left[i], right[i]));
      }
    }
    return differences;
  }

  static void requirePairs(double[] left, double[] right) {
    if (left.length != right.length) {
      throw new IllegalArgumentException(
          "both systems need a score for each example: " + left.length + " and " + right.length);
    }
  }
}

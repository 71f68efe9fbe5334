package palmares.scoring.battle;

/// How residuals vary: the middle part of a sandwich covariance, filled observation by observation.
///
/// An observation is a vector with one entry for each system, its wins less its expected wins; the
/// entries sum to 0. The matrix is the sum of the vectors' outer products.
final class Spread {

  private final double[][] products; // each product of two entries in one of its two places
  private final int[] observations;
  private final double[] pending;
  private final boolean[] isPending;
  private final int[] touched;
  private int touchedCount;

  Spread(int systems) {
    products = new double[systems][systems];
    observations = new int[systems];
    pending = new double[systems];
    isPending = new boolean[systems];
    touched = new int[systems];
  }

  /// Adds to one entry of the observation being collected.
  void add(int system, double residual) {
    if (!isPending[system]) {
      isPending[system] = true;
      touched[touchedCount++] = system;
    }
    pending[system] += residual;
  }

  /// Closes the observation being collected.
  void close() {
    for (var a = 0; a < touchedCount; a++) {
      var row = products[touched[a]];
      var factor = pending[touched[a]];
      for (var b = a; b < touchedCount; b++) {
        row[touched[b]] += factor * pending[touched[b]];
      }
      observations[touched[a]]++;
    }
    for (var a = 0; a < touchedCount; a++) {
      pending[touched[a]] = 0;
      isPending[touched[a]] = false;
    }
    touchedCount = 0;
  }

  /// Adds the battles of a pair as one observation each.
  ///
  /// @param squares the sum of their squared residuals
  void addPair(int i, int j, double squares, int battles) {
    products[i][i] += squares;
    products[j][j] += squares;
    products[i][j] -= squares;
    observations[i] += battles;
    observations[j] += battles;
  }

  /// The matrix, as a copy.
  double[][] products() {
    var whole = new double[products.length][products.length];
    for (var i = 0; i < whole.length; i++) {
      for (var j = 0; j < whole.length; j++) {
        whole[i][j] = i == j ? products[i][i] : products[i][j] + products[j][i];
      }
    }
    return whole;
  }

  /// In how many observations a system took part.
  int observations(int system) {
    return observations[system];
  }
}

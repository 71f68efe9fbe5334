package palmares.scoring.battle;

/// How the one direction that battles leave open, all strengths rising together, is fixed.
final class Gauge {

  private Gauge() {}

  /// Adds a multiple of the all-ones matrix. The inverse then maps vectors that sum to 0 as the
  /// pseudo-inverse does, which is the solution whose strengths sum to 0.
  static double[][] zeroSum(double[][] information) {
    var size = information.length;
    var trace = 0.0;
    for (var i = 0; i < size; i++) {
      trace += information[i][i];
    }
    for (var row : information) {
      for (var j = 0; j < size; j++) {
        row[j] += trace / ((double) size * size);
      }
    }
    return information;
  }

  /// Adds a multiple of the identity.
  static double[][] ridge(double[][] information, double ridge) {
    for (var i = 0; i < information.length; i++) {
      information[i][i] += ridge;
    }
    return information;
  }
}

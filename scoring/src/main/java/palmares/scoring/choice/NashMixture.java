package palmares.scoring.choice;

import java.util.Arrays;

/// The one mixture with `p_i ∝ exp(Σ_j p_j wins_ij / tau)`.
///
/// Each step goes from p to `p' ∝ p^(1 - step tau) exp(step wins p)`, first with p itself on the
/// right and then with what that gave; with steps of at most 1 / (2 tau + 2) it closes in by a
/// factor `1 - step tau` each time.
final class NashMixture {

  private static final int MOST_STEPS = 200_000;
  private static final double TOLERANCE = 1e-14;

  private NashMixture() {}

  /// @param wins `[i][j]` = how often i beats j, from 0 to 1, with `[j][i]` making 1
  static double[] of(double[][] wins, double tau) {
    var step = 1 / (2 * tau + 2);
    var logits = new double[wins.length];
    var shares = softmax(logits);
    var distance = 1.0;
    for (var steps = 0; steps < MOST_STEPS && distance > TOLERANCE * step * tau; steps++) {
      var ahead = softmax(moved(logits, against(wins, shares), step, tau));
      logits = moved(logits, against(wins, ahead), step, tau);
      var next = softmax(logits);
      distance = 0;
      for (var i = 0; i < next.length; i++) {
        distance = Math.max(distance, Math.abs(next[i] - shares[i]));
      }
      shares = next;
    }
    return shares;
  }

  /// How often each system beats a mixture.
  static double[] against(double[][] wins, double[] mixture) {
    return Arrays.stream(wins)
        .mapToDouble(row -> {
          var sum = 0.0;
          for (var j = 0; j < row.length; j++) {
            sum += row[j] * mixture[j];
          }
          return sum;
        })
        .toArray();
  }

  private static double[] moved(double[] logits, double[] gains, double step, double tau) {
    var moved = new double[logits.length];
    for (var i = 0; i < moved.length; i++) {
      moved[i] = (1 - step * tau) * logits[i] + step * gains[i];
    }
    return moved;
  }

  private static double[] softmax(double[] logits) {
    var most = Arrays.stream(logits).max().orElse(0);
    var weights = Arrays.stream(logits).map(each -> Math.exp(each - most)).toArray();
    var sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(each -> each / sum).toArray();
  }
}

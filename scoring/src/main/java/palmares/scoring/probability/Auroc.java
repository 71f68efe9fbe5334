package palmares.scoring.probability;

import java.util.OptionalDouble;

/// The area under the receiver operating characteristic: the probability that something that came
/// true was stated to be likelier than something that did not, a tie counting half.
///
/// Source: J. Hanley and B. McNeil, Radiology 143 (1982).
public final class Auroc {

  private Auroc() {}

  /// @return empty where everything came true, or nothing
  public static OptionalDouble of(Forecasts forecasts) {
    var positives = forecasts.positives();
    var negatives = forecasts.size() - positives;
    if (positives == 0 || negatives == 0) {
      return OptionalDouble.empty();
    }
    var order = forecasts.byProbability();
    var above = 0.0;
    var below = 0; // negatives passed so far
    for (var from = 0; from < order.length; ) {
      var to = from;
      var tiedPositives = 0;
      while (to < order.length
          && forecasts.stated()[order[to]] == forecasts.stated()[order[from]]) {
        tiedPositives += forecasts.came()[order[to]];
        to++;
      }
      var tiedNegatives = to - from - tiedPositives;
      above += tiedPositives * (below + tiedNegatives / 2.0);
      below += tiedNegatives;
      from = to;
    }
    return OptionalDouble.of(above / positives / negatives);
  }
}

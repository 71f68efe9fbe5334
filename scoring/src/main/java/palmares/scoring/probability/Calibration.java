package palmares.scoring.probability;

import java.util.Arrays;

/// How far stated probabilities are from how often they came true, in bins: `|mean stated - share
/// that came true|`.
///
/// Source: M. Naeini et al., Obtaining Well Calibrated Probabilities Using Bayesian Binning (2015).
///
/// @param expected the mean of the bins weighted by their size (ECE)
/// @param most of any bin (MCE)
public record Calibration(double expected, double most) {

  /// Bins of equal width from 0 to 1; a value on a border belongs to the upper bin, 1 to the last.
  public static Calibration ofEqualWidth(Forecasts forecasts, int bins) {
    requirePositive(bins);
    var places = new int[forecasts.size()];
    for (var i = 0; i < places.length; i++) {
      places[i] = Math.min((int) (forecasts.stated()[i] * bins), bins - 1);
    }
    return of(forecasts, Arrays.stream(forecasts.came()).asDoubleStream().toArray(), places, bins);
  }

  /// Bins of as equal a size as can be, by rising probability; the first ones have one more. Where
  /// a border parts equal probabilities, each has the mean of what came of all of them.
  public static Calibration ofEqualMass(Forecasts forecasts, int bins) {
    requirePositive(bins);
    var order = forecasts.byProbability();
    var places = new int[order.length];
    var larger = order.length % bins;
    var size = order.length / bins;
    for (var k = 0; k < order.length; k++) {
      var inLarger = larger * (size + 1);
      places[order[k]] = k < inLarger ? k / (size + 1) : larger + (k - inLarger) / size;
    }
    return of(forecasts, mixed(forecasts, order), places, bins);
  }

  /// What came, by the mean of all forecasts of the same probability.
  private static double[] mixed(Forecasts forecasts, int[] order) {
    var mixed = new double[order.length];
    for (var from = 0; from < order.length; ) {
      var to = from;
      var came = 0.0;
      while (to < order.length
          && forecasts.stated()[order[to]] == forecasts.stated()[order[from]]) {
        came += forecasts.came()[order[to++]];
      }
      for (var k = from; k < to; k++) {
        mixed[order[k]] = came / (to - from);
      }
      from = to;
    }
    return mixed;
  }

  private static Calibration of(Forecasts forecasts, double[] came, int[] places, int bins) {
    var excess = new double[bins]; // sum of stated less sum of came
    for (var i = 0; i < places.length; i++) {
      excess[places[i]] += forecasts.stated()[i] - came[i];
    }
    var sizes = new int[bins];
    Arrays.stream(places).forEach(place -> sizes[place]++);
    var expected = 0.0;
    var most = 0.0;
    for (var bin = 0; bin < bins; bin++) {
      if (sizes[bin] > 0) {
        expected += Math.abs(excess[bin]) / places.length;
        most = Math.max(most, Math.abs(excess[bin]) / sizes[bin]);
      }
    }
    return new Calibration(expected, most);
  }

  private static void requirePositive(int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("one bin or more is needed: " + bins);
    }
  }
}

package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How much each feature of style moves the odds, with all that is needed to use it on other
/// battles: a feature counts as `value * (share - mean) / deviation` logits.
///
/// Written `NAME:VALUE:MEAN:DEVIATION`, several with commas between.
record StyleCoefficients(
    List<String> features, double[] values, double[] means, double[] deviations) {

  /// Values to be found, on the scale of these shares.
  ///
  /// @param centred whether their mean is taken out, which favours one side of every battle; if not
  ///   the mean is 0 and the deviation the root mean square, so that sides may swap
  /// @throws IllegalArgumentException if a feature is the same in all battles
  static StyleCoefficients of(List<String> features, double[][] shares, boolean centred) {
    var means = new double[shares.length];
    var deviations = new double[shares.length];
    for (var f = 0; f < shares.length; f++) {
      var mean = centred ? Arrays.stream(shares[f]).average().orElse(0) : 0;
      var squares = Arrays.stream(shares[f]).map(share -> (share - mean) * (share - mean)).sum();
      means[f] = mean;
      deviations[f] = Math.sqrt(squares / shares[f].length);
      if (!(deviations[f] > 1e-12)) {
        throw new IllegalArgumentException(
            "feature '%s' is the same in all battles: there is nothing to control for"
                .formatted(features.get(f)));
      }
    }
    return new StyleCoefficients(features, new double[shares.length], means, deviations);
  }

  /// @throws IllegalArgumentException if it is not written so, or not of these features
  static StyleCoefficients parse(String text, List<String> features) {
    var names = new ArrayList<String>();
    var numbers = new double[3][features.size()];
    for (var part : text.split(",")) {
      var fields = part.split(":");
      var place = names.size();
      if (fields.length != 4 || place == features.size()) {
        throw wrong(text, features);
      }
      names.add(fields[0]);
      for (var k = 0; k < 3; k++) {
        numbers[k][place] = number(fields[k + 1], text, features);
      }
    }
    if (!names.equals(features) || Arrays.stream(numbers[2]).anyMatch(each -> !(each > 0))) {
      throw wrong(text, features);
    }
    return new StyleCoefficients(features, numbers[0], numbers[1], numbers[2]);
  }

  StyleCoefficients with(double[] found) {
    return new StyleCoefficients(features, found, means, deviations);
  }

  /// The shares on the scale that the values are of.
  double[][] scaled(double[][] shares) {
    return IntStream.range(0, shares.length)
        .mapToObj(f ->
            Arrays.stream(shares[f]).map(share -> (share - means[f]) / deviations[f]).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public String toString() {
    return IntStream.range(0, values.length)
        .mapToObj(f -> "%s:%s:%s:%s".formatted(features.get(f), values[f], means[f], deviations[f]))
        .collect(Collectors.joining(","));
  }

  private static double number(String field, String text, List<String> features) {
    try {
      var number = Double.parseDouble(field);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrong(text, features).getMessage(), e);
    }
    throw wrong(text, features);
  }

  private static IllegalArgumentException wrong(String text, List<String> features) {
    return new IllegalArgumentException(
        "setting 'coefficients' must be NAME:VALUE:MEAN:DEVIATION of each of %s, in this order: '%s'"
            .formatted(features, text));
  }
}

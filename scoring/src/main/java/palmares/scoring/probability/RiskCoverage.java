package palmares.scoring.probability;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The risk of answering only where one is confident: the share of wrong ones among the k most
/// confident answers, for every k.
///
/// Answers of one confidence are mixed: each takes on the share of wrong ones among them.
///
/// Source: Y. Geifman and R. El-Yaniv, Selective Classification for Deep Neural Networks (2017);
/// excess: Y. Geifman et al., Bias-Reduced Uncertainty Estimation (2019).
///
/// @param risks of the most confident answer, of the two most confident, and so on to all
public record RiskCoverage(double[] risks) {

  public RiskCoverage {
    risks = risks.clone();
  }

  /// @param confidence of each answer, greater is surer; one answer or more
  /// @param isRight whether it is
  /// @throws IllegalArgumentException if they are not equally many, none, or one is not finite
  public static RiskCoverage of(double[] confidence, boolean[] isRight) {
    if (confidence.length == 0 || confidence.length != isRight.length) {
      throw new IllegalArgumentException(
          "one answer or more is needed, each with a confidence: %d and %d"
              .formatted(isRight.length, confidence.length));
    }
    for (var each : confidence) {
      if (!Double.isFinite(each)) {
        throw new IllegalArgumentException("a confidence must be finite: " + each);
      }
    }
    var order =
        IntStream.range(0, confidence.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -confidence[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var risks = new double[order.length];
    var wrong = 0.0;
    for (var from = 0; from < order.length; ) {
      var to = from;
      var wrongHere = 0;
      while (to < order.length && confidence[order[to]] == confidence[order[from]]) {
        wrongHere += isRight[order[to]] ? 0 : 1;
        to++;
      }
      for (var k = from; k < to; k++) {
        risks[k] = (wrong + (double) wrongHere * (k + 1 - from) / (to - from)) / (k + 1);
      }
      wrong += wrongHere;
      from = to;
    }
    return new RiskCoverage(risks);
  }

  /// The mean of the risks (AURC): 0 where all are right.
  public double area() {
    return mean(risks);
  }

  /// The area less that of an order with all wrong answers last: 0 for confidence that always tells
  /// right from wrong.
  public double excess() {
    var wrong = Math.round(risks[risks.length - 1] * risks.length);
    var best = new double[risks.length];
    for (var k = 0; k < best.length; k++) {
      best[k] = Math.max(0, k + 1.0 - (best.length - wrong)) / (k + 1);
    }
    return area() - mean(best);
  }

  /// The share of right answers among the most confident ones.
  ///
  /// @param coverage the share of the answers that is given, greater than 0 and at most 1; rounded
  ///   up to whole answers
  /// @throws IllegalArgumentException if it is not
  public double accuracyAt(double coverage) {
    if (!(coverage > 0 && coverage <= 1)) {
      throw new IllegalArgumentException(
          "a coverage must be greater than 0 and at most 1: " + coverage);
    }
    return 1 - risks[(int) Math.ceil(coverage * risks.length - 1e-9) - 1];
  }

  private static double mean(double[] values) {
    var sum = 0.0;
    for (var value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}

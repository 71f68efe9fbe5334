package palmares.scoring.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// How many pairs of responses a metric orders as people do, where values that differ by at most an
/// epsilon are a tie: `(pairs in the same order + ties of both) / all pairs`, at the epsilon that
/// gives most. Ties of people count, which Kendall's tau leaves out.
///
/// The epsilon is chosen on the same items, which flatters a metric a little.
///
/// Source: D. Deutsch et al., Ties Matter (2023), acc_eq with tie calibration; as acc23 in
/// GenAI-Bench.
///
/// @param plain at epsilon 0, where only equal values are a tie
/// @param epsilon the smallest that reaches the accuracy
public record PairwiseAccuracy(double accuracy, double epsilon, double plain, long pairs) {

  private static final int MOST_RESPONSES = 5_000;

  /// @param groups of which only pairs within one count: the metric first, then people
  /// @throws IllegalArgumentException if there is no pair, or a group has more than 5,000 responses
  public static PairwiseAccuracy of(List<ScoredGroup> groups) {
    var tied = DoubleStream.builder(); // distances by the metric of what people tie
    var agreed = DoubleStream.builder(); // of what both put in the same order
    var pairs = 0L;
    for (var group : groups) {
      if (group.size() > MOST_RESPONSES) {
        throw new IllegalArgumentException(
            "a group may have %d responses: %d".formatted(MOST_RESPONSES, group.size()));
      }
      pairs += group.size() * (group.size() - 1L) / 2;
      collect(group, tied, agreed);
    }
    if (pairs == 0) {
      throw new IllegalArgumentException("there are no two responses to compare");
    }
    return best(tied.build().sorted().toArray(), agreed.build().sorted().toArray(), pairs);
  }

  private static void collect(
      ScoredGroup group, DoubleStream.Builder tied, DoubleStream.Builder agreed) {
    for (var i = 0; i < group.size(); i++) {
      for (var j = i + 1; j < group.size(); j++) {
        var metric = group.first()[i] - group.first()[j];
        var people = Math.signum(group.second()[i] - group.second()[j]);
        if (people == 0) {
          tied.add(Math.abs(metric));
        } else if (people == Math.signum(metric)) {
          agreed.add(Math.abs(metric));
        }
      }
    }
  }

  /// As epsilon grows, ties of people are found and pairs in the same order are lost.
  private static PairwiseAccuracy best(double[] tied, double[] agreed, long pairs) {
    var plain = upTo(tied, 0) + agreed.length;
    var most = plain;
    var epsilon = 0.0;
    var lost = 0;
    for (var found = 0; found < tied.length; found++) {
      var isLastOfItsSize = found + 1 == tied.length || tied[found + 1] > tied[found];
      if (isLastOfItsSize) {
        while (lost < agreed.length && agreed[lost] <= tied[found]) {
          lost++;
        }
        if (found + 1 + agreed.length - lost > most) {
          most = found + 1 + agreed.length - lost;
          epsilon = tied[found];
        }
      }
    }
    return new PairwiseAccuracy((double) most / pairs, epsilon, (double) plain / pairs, pairs);
  }

  private static int upTo(double[] values, double limit) {
    return (int) Arrays.stream(values).filter(value -> value <= limit).count();
  }
}

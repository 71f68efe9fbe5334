package palmares.scoring.comparison;

import java.util.Arrays;
import java.util.Optional;

/// Two systems that are right or wrong on each example.
///
/// `p` is the probability that the examples which only one of them has right fall at least this
/// unevenly if neither were better: exact binomial, two-sided, without the continuity correction
/// that the approximation by chi-squared needs. Source: McNemar 1947.
///
/// @param both examples that both have right
/// @param onlyLeft and `onlyRight`: that one of them has right
public record McNemar(int both, int onlyLeft, int onlyRight, int neither, double p) {

  /// Empty where the scores are not all 0 or 1.
  ///
  /// @param left and `right`: scores of the same examples, in the same order
  /// @throws IllegalArgumentException if they are not equally many
  public static Optional<McNemar> of(double[] left, double[] right) {
    Differences.requirePairs(left, right);
    if (!isRightOrWrong(left) || !isRightOrWrong(right)) {
      return Optional.empty();
    }
    var counts = new int[2][2];
    for (var i = 0; i < left.length; i++) {
      counts[(int) left[i]][(int) right[i]]++;
    }
    return Optional.of(
        new McNemar(
            counts[1][1],
            counts[1][0],
            counts[0][1],
            counts[0][0],
            FairCoin.atLeastAsUneven(counts[1][0], counts[0][1])));
  }

  private static boolean isRightOrWrong(double[] scores) {
    return Arrays.stream(scores).allMatch(score -> score == 0 || score == 1);
  }
}

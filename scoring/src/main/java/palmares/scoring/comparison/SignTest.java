package palmares.scoring.comparison;

import java.util.Arrays;

/// On how many examples each of two systems is better, whatever by how much.
///
/// `p` is the probability of counts at least this uneven if either were as likely to be better on
/// each example that is no tie: exact binomial, two-sided, ties left out. Source: Dixon and Mood
/// 1946.
///
/// @param better examples on which the left system is better, and `worse`: the right one
public record SignTest(int better, int worse, int ties, double p) {

  /// @param differences left minus right by example, all finite
  public static SignTest of(double[] differences) {
    var better = (int) Arrays.stream(differences).filter(each -> each > 0).count();
    var worse = (int) Arrays.stream(differences).filter(each -> each < 0).count();
    return new SignTest(
        better,
        worse,
        differences.length - better - worse,
        FairCoin.atLeastAsUneven(better, worse));
  }
}

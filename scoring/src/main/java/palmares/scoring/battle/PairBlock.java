package palmares.scoring.battle;

/// Several resamples side by side, counted by the pairs that met, so that one pass over the pairs
/// serves all of them.
///
/// @param lower the lower index of each pair
/// @param upper the greater index
/// @param lowerWins `[pair][resample]` = total weight of the wins of the lower one; a tie is half
/// @param upperWins the same of the other one
record PairBlock(
    int systems, int[] lower, int[] upper, double[][] lowerWins, double[][] upperWins) {

  int resamples() {
    return lowerWins.length == 0 ? 0 : lowerWins[0].length;
  }

  /// One of the resamples by itself.
  PairCounts counts(int resample) {
    var wins = new double[systems][systems];
    for (var pair = 0; pair < lower.length; pair++) {
      wins[lower[pair]][upper[pair]] = lowerWins[pair][resample];
      wins[upper[pair]][lower[pair]] = upperWins[pair][resample];
    }
    return new PairCounts(wins);
  }

  /// `[system][resample]` = total weight of the wins.
  double[][] won() {
    var won = new double[systems][resamples()];
    for (var pair = 0; pair < lower.length; pair++) {
      add(won[lower[pair]], lowerWins[pair]);
      add(won[upper[pair]], upperWins[pair]);
    }
    return won;
  }

  /// `[system][resample]` = the wins to be expected, each resample with strengths of its own.
  ///
  /// @param odds `[system][resample]`, the exponentials of the strengths
  double[][] expected(double[][] odds) {
    var expected = new double[systems][resamples()];
    for (var pair = 0; pair < lower.length; pair++) {
      share(
          lowerWins[pair],
          upperWins[pair],
          odds[lower[pair]],
          odds[upper[pair]],
          expected[lower[pair]],
          expected[upper[pair]]);
    }
    return expected;
  }

  private static void add(double[] sums, double[] values) {
    for (var k = 0; k < sums.length; k++) {
      sums[k] += values[k];
    }
  }

  // Apart and without a branch, so that it becomes vector instructions.
  private static void share(
      double[] wins, double[] losses, double[] own, double[] other, double[] sums, double[] rest) {
    for (var k = 0; k < sums.length; k++) {
      var perOdds = (wins[k] + losses[k]) / (own[k] + other[k]);
      sums[k] += perOdds * own[k];
      rest[k] += perOdds * other[k];
    }
  }
}

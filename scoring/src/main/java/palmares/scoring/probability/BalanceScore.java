package palmares.scoring.probability;

import java.util.stream.IntStream;

/// Whether stated probabilities are too bold or too timid: the share of outcomes that were called,
/// less how likely the called outcomes were said to be. Positive where one says less than one
/// knows.
///
/// `mean [called = came] - mean max(p, 1 - p)`, an outcome being called where p is 1/2 or more. Not
/// proper, unlike [ProperScores#brier]: too bold here and too timid there cancel.
///
/// Source: E. Choi et al., Rethinking Evaluation Metric for Probability Estimation Models Using
/// Esports Data (2023).
public final class BalanceScore {

  private BalanceScore() {}

  /// @return from -1 to 1/2
  public static double of(Forecasts forecasts) {
    return IntStream.range(0, forecasts.size())
        .mapToDouble(i -> {
          var stated = forecasts.stated()[i];
          var called = stated >= 0.5 ? 1 : 0;
          return (called == forecasts.came()[i] ? 1 : 0) - Math.max(stated, 1 - stated);
        })
        .average()
        .orElse(0);
  }
}

package palmares.scoring.probability;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Scores that nobody betters by stating anything else than what he believes; less is better.
public final class ProperScores {

  private ProperScores() {}

  /// The mean of `(p - y)^2` (G. Brier 1950).
  public static double brier(Forecasts forecasts) {
    return IntStream.range(0, forecasts.size())
        .mapToDouble(i -> Math.pow(forecasts.stated()[i] - forecasts.came()[i], 2))
        .average()
        .orElse(0);
  }

  /// The mean of `-log p` of what came.
  ///
  /// @return empty where something came that was stated to be impossible: the loss is infinite
  public static OptionalDouble logLoss(Forecasts forecasts) {
    var mean =
        IntStream.range(0, forecasts.size())
            .mapToDouble(i ->
                forecasts.came()[i] == 1
                    ? -Math.log(forecasts.stated()[i])
                    : -Math.log1p(-forecasts.stated()[i]))
            .average()
            .orElse(0);
    return Double.isInfinite(mean) ? OptionalDouble.empty() : OptionalDouble.of(mean + 0.0);
  }
}

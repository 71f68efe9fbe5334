package palmares.scoring.audit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// The interval of a statistic of items that is no plain mean of theirs.
final class ItemBootstrap {

  private ItemBootstrap() {}

  /// The middle of the statistics of resampled items, those that are undefined left out.
  ///
  /// @param statistic of the places of some items
  static Optional<Interval> interval(
      int items, Bootstrap settings, Function<int[], OptionalDouble> statistic) {
    var random = new Random(settings.seed());
    var values =
        IntStream.range(0, settings.rounds())
            .mapToObj(round ->
                statistic.apply(
                    IntStream.range(0, items).map(k -> random.nextInt(items)).toArray()))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return values.length == 0 ? Optional.empty() : settings.interval(values);
  }
}

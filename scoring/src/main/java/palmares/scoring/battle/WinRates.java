package palmares.scoring.battle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Settings;

/// How often each system beats each other on the same examples, by the values of one evaluator.
///
/// @param systems those that take part; under `gaps=unranked` those without a gap
/// @param rates by the places of two systems: the share of all examples on which the first has the
///   higher value, a tie counting half; 0.5 for a system and itself
public record WinRates(List<String> systems, List<List<Double>> rates) {

  public WinRates {
    systems = List.copyOf(systems);
    rates = rates.stream().map(List::copyOf).toList();
  }

  /// Settings: `evaluator`, `gaps` (`unranked` or `worst`) and `tie_margin`, as for the battles of
  /// [BattleMethod].
  public static WinRates of(Evidence evidence, Settings settings) {
    var battles = Derivation.of(evidence, settings).battles();
    var counts = battles.counts();
    var rates =
        IntStream.range(0, counts.size())
            .mapToObj(i ->
                Arrays.asList(
                    IntStream.range(0, counts.size())
                        .mapToObj(j -> i == j ? 0.5 : counts.wins()[i][j] / counts.games(i, j))
                        .toArray(Double[]::new)))
            .toList();
    return new WinRates(battles.systems(), rates);
  }
}

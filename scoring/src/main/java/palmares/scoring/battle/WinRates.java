package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Settings;

/// How often each system beats each other, on the same examples or in battles.
///
/// @param systems those that take part; under `gaps=unranked` those without a gap
/// @param rates by the places of two systems: the share of the weight of their battles that the
///   first wins, a tie counting half; 0.5 for a system and itself, null for two that never met
public record WinRates(List<String> systems, List<List<@Nullable Double>> rates) {

  public WinRates {
    systems = List.copyOf(systems);
    rates = List.copyOf(rates);
  }

  /// On every example by the values of one evaluator. Settings: `evaluator`, `gaps` (`unranked` or
  /// `worst`) and `tie_margin`, as for the battles of [BattleMethod].
  public static WinRates of(Evidence evidence, Settings settings) {
    return of(Derivation.of(evidence, settings).battles());
  }

  public static WinRates of(BattleSource battles) {
    var counts = battles.counts();
    var rates = new ArrayList<List<@Nullable Double>>();
    for (var i = 0; i < counts.size(); i++) {
      var row = new ArrayList<@Nullable Double>();
      for (var j = 0; j < counts.size(); j++) {
        row.add(rate(counts, i, j));
      }
      rates.add(Collections.unmodifiableList(row));
    }
    return new WinRates(battles.systems(), rates);
  }

  private static @Nullable Double rate(PairCounts counts, int i, int j) {
    if (i == j) {
      return 0.5;
    }
    var games = counts.games(i, j);
    return games == 0 ? null : counts.wins()[i][j] / games;
  }
}

package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.Map;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// The wins of each system, a tie counting half: `sum over j of (w W_ij + t T_ij)`.
///
/// Right only where every system fought the same battles; otherwise who fights more wins more.
@AutoService(RankingMethod.class)
public final class Counting implements CountedMethod {

  @Override
  public String id() {
    return "counting";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "wins * win_weight + ties * tie_weight, weighted; compares only systems that fought alike",
        "D. Ustalov, Evalica, COLING 2025: counting",
        Tally.COLUMNS,
        WinWeights.described(Map.of()));
  }

  @Override
  public Settings complete(Settings given) {
    return WinWeights.of(given).in(given);
  }

  @Override
  public Values values(BattleSource battles, Settings complete) {
    var worth = WinWeights.of(complete).worth(WinsAndTies.of(battles));
    var values = new double[worth.length];
    for (var i = 0; i < worth.length; i++) {
      for (var each : worth[i]) {
        values[i] += each;
      }
    }
    return Values.exact(values);
  }
}

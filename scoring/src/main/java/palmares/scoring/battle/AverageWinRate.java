package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.stream.IntStream;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// The mean of a system's win rates against each system it met, whatever the number of battles:
/// `mean over j of M_ij / (M_ij + M_ji)` with `M = w W + t T`.
///
/// Easy to explain, and not skewed by whom a system met most; but a win over the best counts as
/// much as one over the worst.
@AutoService(RankingMethod.class)
public final class AverageWinRate implements CountedMethod {

  @Override
  public String id() {
    return "average-win-rate";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "mean over the systems j that i met of M_ij / (M_ij + M_ji),"
            + " M = win_weight * wins + tie_weight * ties",
        "D. Ustalov, Evalica, COLING 2025: average_win_rate",
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
    return Values.exact(
        IntStream.range(0, worth.length).mapToDouble(i -> averageRate(worth, i)).toArray());
  }

  private static double averageRate(double[][] worth, int i) {
    return IntStream.range(0, worth.length)
        .filter(j -> worth[i][j] + worth[j][i] > 0)
        .mapToDouble(j -> worth[i][j] / (worth[i][j] + worth[j][i]))
        .average()
        .orElse(0);
  }
}

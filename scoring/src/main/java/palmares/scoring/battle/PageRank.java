package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// How often a walk comes by a system that goes from each system to one that took a share of a
/// battle from it, in proportion to the shares, and with probability `1 - damping` anywhere.
///
/// `x = damping P x + (1 - damping) / n`, `P_ij = M_ij / sum over k of M_kj`, `M = w W + t T`; from
/// a system that never lost it goes anywhere. The values sum to 1. Unlike a likelihood it ranks
/// systems that no chain of wins links.
@AutoService(RankingMethod.class)
public final class PageRank implements CountedMethod {

  @Override
  public String id() {
    return "pagerank";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "x = damping P x + (1 - damping) / n, P_ij = M_ij / sum over k of M_kj,"
            + " M = win_weight * wins + tie_weight * ties; sum of x = 1",
        "S. Brin and L. Page, The Anatomy of a Large-Scale Hypertextual Web Search Engine (1998);"
            + " D. Ustalov, Evalica, COLING 2025: pagerank",
        Tally.COLUMNS,
        WinWeights.described(Map.of("damping", "probability to go on from a system (0.85)")));
  }

  @Override
  public Settings complete(Settings given) {
    return WinWeights.of(given).in(given).with("damping", given.share("damping", 0.85));
  }

  @Override
  public Values values(BattleSource battles, Settings complete) {
    var worth = WinWeights.of(complete).worth(WinsAndTies.of(battles));
    var power = PowerIteration.of(steps(worth, complete.share("damping", 0.85)));
    var total = Arrays.stream(power.vector()).sum();
    var values = Arrays.stream(power.vector()).map(value -> value / total).toArray();
    return Values.fitted(values, Map.of(), power.fit());
  }

  /// `[i][j]` = probability to go from system j to system i.
  private static double[][] steps(double[][] worth, double damping) {
    var n = worth.length;
    var steps = new double[n][n];
    for (var j = 0; j < n; j++) {
      var from = j;
      var lost = IntStream.range(0, n).mapToDouble(i -> worth[i][from]).sum();
      for (var i = 0; i < n; i++) {
        var share = lost > 0 ? worth[i][j] / lost : 1.0 / n;
        steps[i][j] = damping * share + (1 - damping) / n;
      }
    }
    return steps;
  }
}

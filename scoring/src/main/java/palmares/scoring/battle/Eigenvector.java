package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// Each system is worth what those it beat are worth: the eigenvector of the largest eigenvalue of
/// the matrix of wins `M = w W + t T`, with Euclidean norm 1.
///
/// Positive and unique only among systems that are linked by wins both ways, so that the others are
/// unranked, as in [BradleyTerry]. Who fights more is worth more, as in [Counting].
///
/// Evalica multiplies by the transposed matrix, so that a system is worth what those that beat it
/// are worth, and the worst can come first; `compat` = `evalica` does the same.
@AutoService(RankingMethod.class)
public final class Eigenvector implements CountedMethod {

  @Override
  public String id() {
    return "eigenvector";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "x with M x = lambda x for the largest lambda, |x| = 1,"
            + " M_ij = win_weight * wins + tie_weight * ties of i against j",
        "M. Kendall, Further Contributions to the Theory of Paired Comparisons, Biometrics 11"
            + " (1955); D. Ustalov, Evalica, COLING 2025: eigen",
        Tally.COLUMNS,
        WinWeights.described(
            Map.of("compat", "evalica: the transposed matrix, which rewards defeats (none)")));
  }

  @Override
  public Settings complete(Settings given) {
    var compat = given.choice("compat", "none", Set.of("none", "evalica"));
    return WinWeights.of(given).in(given).with("compat", compat);
  }

  @Override
  public Values values(BattleSource battles, Settings complete) {
    var separation = Separation.of(battles.counts());
    var core = WinsAndTies.of(battles.among(separation.ranked()));
    var worth = WinWeights.of(complete).worth(core);
    var power =
        PowerIteration.of(complete.text("compat").equals("evalica") ? transposed(worth) : worth);
    var values = new double[battles.systems().size()];
    for (var k = 0; k < separation.ranked().length; k++) {
      values[separation.ranked()[k]] = power.vector()[k];
    }
    return Values.fitted(values, new HashMap<>(separation.reasons()), power.fit());
  }

  private static double[][] transposed(double[][] matrix) {
    var transposed = new double[matrix.length][matrix.length];
    for (var i = 0; i < matrix.length; i++) {
      for (var j = 0; j < matrix.length; j++) {
        transposed[i][j] = matrix[j][i];
      }
    }
    return transposed;
  }
}

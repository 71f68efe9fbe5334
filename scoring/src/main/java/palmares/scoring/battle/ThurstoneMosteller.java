package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.Map;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// Strengths under normal noise, Thurstone's case V: system i beats system j with probability
/// `Phi(theta_i - theta_j)`, a tie counts as half a win for either side, at the maximum of the
/// likelihood. The rating is `1000 + 200 sqrt 2 theta`, the scale that Elo first used.
///
/// It gives nearly the order of [BradleyTerry], and less weight to a win against the odds.
@AutoService(RankingMethod.class)
public final class ThurstoneMosteller implements CountedMethod {

  private static final double MEAN = 1000;

  /// Rating points of a strength of 1, which is one standard deviation of a response.
  private static final double SCALE = 200 * Math.sqrt(2);

  @Override
  public String id() {
    return "thurstone-mosteller";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "P(i beats j) = Phi(theta_i - theta_j), a tie half a win for either; maximum likelihood;"
            + " rating = 1000 + 200 sqrt 2 theta, sum of theta 0",
        "L. Thurstone, A Law of Comparative Judgment, Psychological Review 34 (1927); F. Mosteller,"
            + " Psychometrika 16 (1951)",
        Tally.COLUMNS,
        Map.of());
  }

  @Override
  public Settings complete(Settings given) {
    return given;
  }

  @Override
  public Values values(BattleSource battles, Settings complete) {
    var counts = battles.counts();
    var separation = Separation.of(counts);
    var fit = ThurstoneFit.of(counts.among(separation.ranked()));
    var values = new double[counts.size()];
    for (var k = 0; k < fit.theta().length; k++) {
      values[separation.ranked()[k]] = MEAN + SCALE * fit.theta()[k];
    }
    return Values.fitted(values, separation.reasons(), fit.fit());
  }
}

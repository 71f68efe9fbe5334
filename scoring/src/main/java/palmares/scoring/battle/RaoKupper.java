package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.Map;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// Strengths under a model in which a lead below a threshold is a tie: system i beats system j with
/// probability `1 / (1 + exp(eta - (theta_i - theta_j)))`, and what is left when neither wins is
/// the tie, at the maximum of the likelihood of strengths and threshold.
///
/// Without ties the threshold is 0 and the model is [BradleyTerry]'s. Unlike in [Newman]'s, a tie
/// says more about two systems the farther they are apart. Arena-Hard's `rk` model. Who has no
/// finite maximum is the same as in [Newman].
@AutoService(RankingMethod.class)
public final class RaoKupper implements CountedMethod {

  @Override
  public String id() {
    return "rao-kupper";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "P(i beats j) = 1 / (1 + exp(eta - (theta_i - theta_j))), else a tie; maximum likelihood of"
            + " theta and eta >= 0; rating = 1000 + 400 / ln 10 * theta, sum of theta 0",
        "P. Rao and L. Kupper, Ties in Paired-Comparison Experiments, JASA 62 (1967)",
        Tally.COLUMNS,
        Map.of());
  }

  @Override
  public Settings complete(Settings given) {
    return given;
  }

  @Override
  public Values values(BattleSource battles, Settings complete) {
    return TieModel.values(
        battles,
        core -> {
          var fit = RaoKupperFit.of(core);
          return new TieModel.Maximum(fit.theta(), "tie threshold eta = " + fit.eta(), fit.fit());
        });
  }
}

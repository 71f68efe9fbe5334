package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// Strengths under a model in which ties are an outcome of their own: system i beats system j with
/// probability `p_i / d` and ties with `2 v sqrt(p_i p_j) / d`, `d = p_i + p_j + 2 v sqrt(p_i
/// p_j)`, at the maximum of the likelihood; the rating is `1000 + 400 log10 p`, geometric mean of
/// `p` 1.
///
/// The model is Davidson's, the way to its maximum Newman's. Systems without a finite maximum are
/// unranked, with the reason, as in [BradleyTerry]; with ties that also are all systems where no
/// result goes against an order in which winners lead by more than tied systems are apart.
@AutoService(RankingMethod.class)
public final class Newman implements CountedMethod {

  @Override
  public String id() {
    return "newman";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "P(i beats j) = p_i / d, P(tie) = 2 v sqrt(p_i p_j) / d, d = p_i + p_j + 2 v sqrt(p_i p_j);"
            + " maximum likelihood of p and v; rating = 1000 + 400 log10 p, geometric mean of p 1",
        "M. Newman, Efficient Computation of Rankings from Pairwise Comparisons, JMLR 24 (2023);"
            + " R. Davidson, JASA 65 (1970)",
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
          var fit = NewmanFit.of(core);
          var theta = Arrays.stream(fit.strengths()).map(Math::log).toArray();
          return new TieModel.Maximum(theta, "tie parameter v = " + fit.ties(), fit.fit());
        });
  }
}

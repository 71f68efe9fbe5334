package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// Strengths under a model in which ties are an outcome of their own: system i beats system j with
/// probability `p_i / d` and ties with `2 v sqrt(p_i p_j) / d`, `d = p_i + p_j + 2 v sqrt(p_i
/// p_j)`, at the maximum of the likelihood; the rating is `1000 + 400 log10 p`, geometric mean of
/// `p` 1.
///
/// The model is Davidson's, the way to its maximum Newman's. Systems without a finite maximum are
/// unranked, with the reason, as in [BradleyTerry].
@AutoService(RankingMethod.class)
public final class Newman implements CountedMethod {

  private static final double ELO = 400 / Math.log(10);
  private static final double MEAN = 1000;

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
    var separation = Separation.of(battles.counts());
    var core = WinsAndTies.of(battles.among(separation.ranked()));
    var values = new double[battles.systems().size()];
    Arrays.fill(values, MEAN);
    var reasons = new HashMap<>(separation.reasons());
    if (!core.isDecisive()) {
      return new Values(
          values,
          reasons,
          Fit.EXACT,
          List.of("no battle between ranked systems has a winner: all are equal"));
    }
    var fit = NewmanFit.of(core);
    for (var k = 0; k < separation.ranked().length; k++) {
      values[separation.ranked()[k]] = MEAN + ELO * Math.log(fit.strengths()[k]);
    }
    var fitted = Values.fitted(values, reasons, fit.fit());
    var notes = new ArrayList<>(fitted.notes());
    notes.add("tie parameter v = " + fit.ties());
    return new Values(values, reasons, fit.fit(), notes);
  }
}

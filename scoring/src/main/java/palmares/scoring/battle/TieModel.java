package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import palmares.scoring.battle.CountedMethod.Values;
import palmares.scoring.ranking.Fit;

/// What the models share in which a tie is an outcome of its own: who can be ranked, and the scale.
final class TieModel {

  private static final double ELO = 400 / Math.log(10);
  private static final double MEAN = 1000;
  private static final String BOUNDLESS =
      "the winners are apart as far as you like, and the ties as likely: no finite rating";

  private TieModel() {}

  /// Strengths at the maximum of a likelihood.
  ///
  /// @param theta log-strengths that sum to 0
  /// @param parameter how likely ties are, in words
  record Maximum(double[] theta, String parameter, Fit fit) {}

  /// Ratings `1000 + 400 / ln 10 * theta` of the systems that have a finite maximum.
  ///
  /// @param maximum finds it where there is one
  static Values values(BattleSource battles, Function<WinsAndTies, Maximum> maximum) {
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
    if (core.isBoundless()) {
      Arrays.stream(separation.ranked()).forEach(system -> reasons.put(system, BOUNDLESS));
      return new Values(values, reasons, Fit.EXACT, List.of());
    }
    var found = maximum.apply(core);
    for (var k = 0; k < separation.ranked().length; k++) {
      values[separation.ranked()[k]] = MEAN + ELO * found.theta()[k];
    }
    var notes = new ArrayList<>(Values.fitted(values, reasons, found.fit()).notes());
    notes.add(found.parameter());
    return new Values(values, reasons, found.fit(), notes);
  }
}

package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// A ranking method that reads of the battles only how often each system won over and tied with
/// each other. It has no intervals.
interface CountedMethod extends BattleMethod {

  String NO_INTERVAL = "no interval: the method gives a number and not how sure it is";

  /// The settings with the defaults that are used.
  ///
  /// @throws IllegalArgumentException if one is out of its range
  Settings complete(Settings given);

  /// The value of each system by its index.
  Values values(BattleSource battles, Settings complete);

  /// @param values of the systems; without meaning for those with a reason
  /// @param reasons why the others have no value, by index
  record Values(double[] values, Map<Integer, String> reasons, Fit fit, List<String> notes) {

    /// A value in closed form for all systems that met another.
    static Values exact(double[] values) {
      return new Values(values, Map.of(), Fit.EXACT, List.of());
    }

    /// Values of the systems that have one, found step by step.
    static Values fitted(double[] values, Map<Integer, String> reasons, Fit fit) {
      List<String> notes =
          fit.converged()
              ? List.of()
              : List.of(
                  "not converged after %d iterations: the numbers are not the limit"
                      .formatted(fit.iterations()));
      return new Values(values, reasons, fit, notes);
    }
  }

  @Override
  default Ranking rank(Battles battles, Settings settings) {
    return ranking(battles, List.of(), complete(settings.allIn(card().settings().keySet())));
  }

  @Override
  default Ranking rank(Evidence evidence, Settings settings) {
    settings.allIn(Derivation.known(card().settings().keySet()));
    var derivation = Derivation.of(evidence, settings);
    return ranking(
        derivation.battles(), derivation.absent(), complete(Derivation.complete(settings)));
  }

  private Ranking ranking(BattleSource battles, List<Rating> absent, Settings settings) {
    var tally = new Tally(battles.counts());
    var values = values(battles, settings);
    var reasons = new HashMap<>(values.reasons());
    var standings = new ArrayList<RankRanges.Standing>();
    var unranked = new ArrayList<>(absent);
    for (var i = 0; i < battles.systems().size(); i++) {
      var system = battles.systems().get(i);
      var columns = tally.columns(i);
      if (tally.played(i) == 0) {
        reasons.put(i, Separation.ALONE);
      }
      if (reasons.containsKey(i)) {
        unranked.add(new Rating.Unranked(system, reasons.get(i), Optional.empty(), columns));
      } else {
        standings.add(
            new RankRanges.Standing(system, values.values()[i], Optional.empty(), columns));
      }
    }
    unranked.sort((a, b) -> a.subject().compareTo(b.subject()));
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    ratings.addAll(unranked);
    var notes = new ArrayList<>(values.notes());
    notes.add(NO_INTERVAL);
    return new Ranking(key(), settings, ratings, values.fit(), notes);
  }
}

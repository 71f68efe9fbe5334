package palmares.scoring.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// A ranking method that reads of the values of an evaluator only how each example orders the
/// systems; in a table of criteria, each column is such an order. It has no intervals.
///
/// Settings: `evaluator`, `gaps` (`unranked`, the default; `worst`: a gap is worse than any value).
public interface ChoiceMethod extends RankingMethod {

  /// What a reader must know to use the method.
  MethodCard card();

  /// What the orders come to, for two systems or more and one order or more.
  Outcome outcome(Ballots ballots, Settings settings);

  /// @param values of the systems, greater is better; NaN where the method gives none
  /// @param notes what a reader must know
  record Outcome(double[] values, List<String> notes) {

    static Outcome of(double[] values) {
      return new Outcome(values, List.of());
    }
  }

  /// The settings with the defaults that are used.
  default Settings complete(Settings given) {
    return given;
  }

  /// True where a system with a gap takes part all the same.
  default boolean takesGaps(Settings complete) {
    return complete.text("gaps").equals("worst");
  }

  @Override
  default Ranking rank(Evidence evidence, Settings settings) {
    var known = new HashSet<>(Set.of("evaluator", "gaps"));
    known.addAll(card().settings().keySet());
    var complete =
        complete(
            settings.allIn(known).with("gaps", settings.choice("gaps", "unranked", gapPolicies())));
    var table = evidence.table(settings.text("evaluator"));
    var unranked = new ArrayList<Rating>();
    var members = members(table, takesGaps(complete), unranked);
    var ballots = Ballots.of(table, members, evidence.categories());
    var standings = new ArrayList<RankRanges.Standing>();
    var notes = new ArrayList<String>();
    if (members.length > 1) {
      var outcome = outcome(ballots, complete);
      notes.addAll(outcome.notes());
      for (var k = 0; k < members.length; k++) {
        var columns = Map.of("answered", (double) table.answered(members[k]));
        var system = table.systems().get(members[k]);
        if (Double.isNaN(outcome.values()[k])) {
          unranked.add(unranked(system, "no value to compare", columns));
        } else {
          standings.add(
              new RankRanges.Standing(system, outcome.values()[k], Optional.empty(), columns));
        }
      }
    } else if (members.length == 1) {
      unranked.add(unranked(ballots.systems().getFirst(), "no other system", Map.of()));
    }
    unranked.sort(Comparator.comparing(Rating::subject));
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    ratings.addAll(unranked);
    return new Ranking(key(), complete, ratings, Fit.EXACT, notes);
  }

  private static int[] members(ScoreTable table, boolean takesGaps, List<Rating> unranked) {
    var examples = table.examples().size();
    return IntStream.range(0, table.systems().size())
        .filter(system -> {
          var answered = table.answered(system);
          var takesPart = examples > 0 && answered > 0 && (takesGaps || answered == examples);
          if (!takesPart) {
            var reason =
                examples == 0
                    ? "no examples"
                    : (examples - answered) + " of " + examples + " missing";
            unranked.add(unranked(table.systems().get(system), reason, Map.of()));
          }
          return takesPart;
        })
        .toArray();
  }

  private static Rating unranked(String system, String reason, Map<String, Double> columns) {
    return new Rating.Unranked(system, reason, Optional.empty(), columns);
  }
}

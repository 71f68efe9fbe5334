package palmares.launcher.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.comparison.BenjaminiHochberg;
import palmares.scoring.comparison.ComparisonSettings;
import palmares.scoring.comparison.Holm;
import palmares.scoring.comparison.PairedComparison;
import palmares.scoring.comparison.PairedScores;
import palmares.scoring.evidence.ScoreTable;

/// Every two of some systems, compared.
record ComparedSystems(List<Pair> pairs) {

  ComparedSystems {
    pairs = List.copyOf(pairs);
  }

  /// @param withGaps over all examples with gaps at the worst score; absent where there is no gap
  ///   or no worst score is known
  /// @param p of the permutation test, raised for the number of pairs so that none of the findings
  ///   is false
  /// @param q the same, raised so that few of them are
  record Pair(
      String left,
      String right,
      PairedScores scores,
      PairedComparison answered,
      @Nullable PairedComparison withGaps,
      double p,
      double q) {

    /// What says who is better: with gaps where they can be counted, so that leaving some never
    /// pays.
    PairedComparison deciding() {
      return withGaps == null ? answered : withGaps;
    }
  }

  /// @param worst what a gap counts as, if given
  /// @throws CommandFailure if a system is not in the table, or two have no example in common
  static ComparedSystems of(
      ScoreTable table, List<String> systems, @Nullable Double worst, ComparisonSettings settings) {
    var made = new ArrayList<Pair>();
    for (var i = 0; i < systems.size(); i++) {
      for (var j = i + 1; j < systems.size(); j++) {
        made.add(pair(table, systems.get(i), systems.get(j), worst, settings));
      }
    }
    var found = made.stream().mapToDouble(pair -> pair.deciding().permutation().p()).toArray();
    var raised = Holm.adjusted(found);
    var expected = BenjaminiHochberg.adjusted(found);
    var pairs = new ArrayList<Pair>();
    for (var pair : made) {
      pairs.add(
          new Pair(
              pair.left(),
              pair.right(),
              pair.scores(),
              pair.answered(),
              pair.withGaps(),
              raised[pairs.size()],
              expected[pairs.size()]));
    }
    return new ComparedSystems(pairs);
  }

  private static Pair pair(
      ScoreTable table,
      String left,
      String right,
      @Nullable Double worst,
      ComparisonSettings settings) {
    var scores = scores(table, place(table, left), place(table, right));
    var answered =
        scores
            .answered(settings)
            .orElseThrow(() ->
                CommandFailure.badInput(
                    "%s and %s have no example that both have a score for".formatted(left, right)));
    var withGaps =
        worst == null || scores.both() == scores.examples()
            ? null
            : scores.withGapsAs(worst, settings).orElse(null);
    return new Pair(left, right, scores, answered, withGaps, 1, 1);
  }

  private static int place(ScoreTable table, String system) {
    var place = table.systems().indexOf(system);
    if (place < 0) {
      throw CommandFailure.badInput(
          "no system '%s'; there are %s".formatted(system, String.join(", ", table.systems())));
    }
    return place;
  }

  private static PairedScores scores(ScoreTable table, int left, int right) {
    var builder = PairedScores.builder();
    for (var example = 0; example < table.examples().size(); example++) {
      builder.add(score(table, left, example), score(table, right, example));
    }
    return builder.build();
  }

  private static @Nullable Double score(ScoreTable table, int system, int example) {
    return table.isScored(system, example) ? table.value(system, example) : null;
  }
}

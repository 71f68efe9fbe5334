package palmares.scoring.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import palmares.scoring.evidence.ScoreTable;

/// Orders of the same systems, each given by one value for each system, greater is better.
///
/// A gap is worse than any value and ties with a gap.
///
/// @param values `[ballot][system]`, negative infinity for a gap
/// @param categories of each ballot; none where it has none
record Ballots(List<String> systems, double[][] values, List<List<String>> categories) {

  private static final double GAP = Double.NEGATIVE_INFINITY;

  /// @param members the places of the systems that take part
  /// @param tags the categories of the examples that have some
  static Ballots of(ScoreTable table, int[] members, Map<String, List<String>> tags) {
    var values = new double[table.examples().size()][members.length];
    for (var ballot = 0; ballot < values.length; ballot++) {
      for (var k = 0; k < members.length; k++) {
        values[ballot][k] =
            table.isScored(members[k], ballot) ? table.value(members[k], ballot) : GAP;
      }
    }
    return new Ballots(
        Arrays.stream(members).mapToObj(table.systems()::get).toList(),
        values,
        table.examples().stream().map(each -> tags.getOrDefault(each, List.of())).toList());
  }

  int size() {
    return systems.size();
  }

  boolean isGap(int ballot, int system) {
    return values[ballot][system] == GAP;
  }

  /// `[i][j]` = on how many ballots system i is better than system j.
  double[][] majorities() {
    var over = new double[size()][size()];
    for (var ballot : values) {
      for (var i = 0; i < size(); i++) {
        for (var j = 0; j < size(); j++) {
          over[i][j] += ballot[i] > ballot[j] ? 1 : 0;
        }
      }
    }
    return over;
  }

  /// How many others a system is better than on a ballot, a tie counting half.
  double beaten(int ballot, int system) {
    var own = values[ballot][system];
    return IntStream.range(0, size())
        .filter(other -> other != system)
        .mapToDouble(other -> {
          var theirs = values[ballot][other];
          return own > theirs ? 1 : own == theirs ? 0.5 : 0;
        })
        .sum();
  }
}

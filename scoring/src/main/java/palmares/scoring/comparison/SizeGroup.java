package palmares.scoring.comparison;

import java.util.ArrayList;
import java.util.List;

/// Differences of one size, of which only the number of turned signs counts.
record SizeGroup(double size, int count) {

  /// @param sorted sizes, ascending
  static List<SizeGroup> of(double[] sorted) {
    var groups = new ArrayList<SizeGroup>();
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      groups.add(new SizeGroup(sorted[from], to - from));
      from = to;
    }
    return groups;
  }
}

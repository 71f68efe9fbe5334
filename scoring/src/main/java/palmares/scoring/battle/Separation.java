package palmares.scoring.battle;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// Which systems have a finite strength on one common scale, and why the others have none.
///
/// The ranked ones are the largest strong component of the win graph. Where no component of two or
/// more is larger than all others, nobody is ranked.
///
/// @param ranked the indices of the systems with a finite strength, ascending
/// @param reasons why not, for all others
record Separation(int[] ranked, Map<Integer, String> reasons) {

  static final String WON_ALL = "won every battle: no finite rating";
  static final String ALONE = "met no other system";
  static final String LOST_ALL = "lost every battle: no finite rating";

  static Separation of(PairCounts counts) {
    var graph = new WinGraph(counts);
    var components =
        graph.strongComponents().stream()
            .sorted(Comparator.comparingInt((int[] members) -> -members.length))
            .toList();
    if (components.isEmpty()) {
      return new Separation(new int[0], Map.of());
    }
    var core = components.getFirst();
    var isLargest = components.size() == 1 || components.get(1).length < core.length;
    if (core.length < 2 || !isLargest) {
      var reason =
          "no common scale: the systems fall into %d groups without wins in both directions"
              .formatted(components.size());
      return new Separation(new int[0], withoutCore(counts, reason));
    }
    return new Separation(core, outside(counts, graph, core));
  }

  private static Map<Integer, String> withoutCore(PairCounts counts, String otherwise) {
    var reasons = new TreeMap<Integer, String>();
    for (var i = 0; i < counts.size(); i++) {
      reasons.put(i, alone(counts, i, otherwise));
    }
    return reasons;
  }

  private static Map<Integer, String> outside(PairCounts counts, WinGraph graph, int[] core) {
    var above = graph.above(core[0]);
    var below = graph.below(core[0]);
    var linked = graph.linked(core[0]);
    var reasons = new TreeMap<Integer, String>();
    for (var i = 0; i < counts.size(); i++) {
      if (above[i] && below[i]) {
        continue;
      }
      String relation;
      if (above[i]) {
        relation = "never lost to a ranked system, not even through others: no finite rating";
      } else if (below[i]) {
        relation = "never beat a ranked system, not even through others: no finite rating";
      } else if (linked[i]) {
        relation = "no chain of wins links it to the ranked systems";
      } else {
        relation = "never met a ranked system, not even through others";
      }
      reasons.put(i, above[i] || below[i] ? alone(counts, i, relation) : relation);
    }
    return reasons;
  }

  private static String alone(PairCounts counts, int system, String otherwise) {
    var won = counts.won(system);
    var lost = counts.lost(system);
    if (won == 0 && lost == 0) {
      return ALONE;
    }
    if (lost == 0) {
      return WON_ALL;
    }
    return won == 0 ? LOST_ALL : otherwise;
  }
}

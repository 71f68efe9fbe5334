package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Who ever took a share of a battle from whom. A tie is a share for either side.
final class WinGraph {

  private final PairCounts counts;

  WinGraph(PairCounts counts) {
    this.counts = counts;
  }

  /// The largest sets of systems in which a chain of wins leads from each to each: exactly within
  /// such a set a Bradley-Terry likelihood has a finite maximum.
  List<int[]> strongComponents() {
    var order = new ArrayList<Integer>();
    var visited = new boolean[counts.size()];
    for (var start = 0; start < counts.size(); start++) {
      collect(start, visited, true, order);
    }
    var components = new ArrayList<int[]>();
    var assigned = new boolean[counts.size()];
    for (var start : order.reversed()) {
      var component = new ArrayList<Integer>();
      collect(start, assigned, false, component);
      if (!component.isEmpty()) {
        components.add(component.stream().mapToInt(Integer::intValue).sorted().toArray());
      }
    }
    return components;
  }

  /// Whether a chain of wins leads from each system to each.
  boolean isStrong() {
    return counts.size() == 0 || (reachesAll(true) && reachesAll(false));
  }

  /// Breadth first, looking only at systems not yet reached: where most have met, one look at each.
  private boolean reachesAll(boolean downwards) {
    var order = new int[counts.size()]; // those reached, then the others
    Arrays.setAll(order, i -> i);
    var reached = 1;
    for (var next = 0; next < reached && reached < order.length; next++) {
      for (var k = reached; k < order.length; k++) {
        if (beats(order[next], order[k], downwards)) {
          var found = order[k];
          order[k] = order[reached];
          order[reached++] = found;
        }
      }
    }
    return reached == order.length;
  }

  /// All systems that a chain of wins of this system leads to, itself included.
  boolean[] below(int system) {
    var visited = new boolean[counts.size()];
    collect(system, visited, true, new ArrayList<>());
    return visited;
  }

  /// All systems from which a chain of wins leads to this system, itself included.
  boolean[] above(int system) {
    var visited = new boolean[counts.size()];
    collect(system, visited, false, new ArrayList<>());
    return visited;
  }

  /// All systems linked to this one by battles, itself included.
  boolean[] linked(int system) {
    var linked = new boolean[counts.size()];
    var queue = new ArrayList<Integer>(List.of(system));
    linked[system] = true;
    while (!queue.isEmpty()) {
      var current = queue.removeLast();
      for (var other = 0; other < linked.length; other++) {
        if (!linked[other] && counts.games(current, other) > 0) {
          linked[other] = true;
          queue.add(other);
        }
      }
    }
    return linked;
  }

  /// Depth first, without recursion because chains can be long; adds systems as they are finished.
  private void collect(int start, boolean[] visited, boolean downwards, List<Integer> finished) {
    if (visited[start]) {
      return;
    }
    visited[start] = true;
    var path = new ArrayList<int[]>();
    path.add(new int[] {start, 0});
    while (!path.isEmpty()) {
      var top = path.getLast();
      var system = top[0];
      var next = top[1]++;
      if (next == counts.size()) {
        finished.add(system);
        path.removeLast();
      } else if (!visited[next] && beats(system, next, downwards)) {
        visited[next] = true;
        path.add(new int[] {next, 0});
      }
    }
  }

  private boolean beats(int from, int to, boolean downwards) {
    return downwards ? counts.wins()[from][to] > 0 : counts.wins()[to][from] > 0;
  }
}

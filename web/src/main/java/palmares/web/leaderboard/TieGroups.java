package palmares.web.leaderboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import tools.jackson.databind.node.ObjectNode;

/// Which rows the evidence does not tell from the first of their group. It is so on the whole
/// board: a filter leaves a group what it is.
///
/// @param groups those with more than one row, by the number that the board gives them
record TieGroups(Map<Integer, Group> groups) {

  /// @param place among the groups with more than one row, 1 for the best
  /// @param words the same for each of its rows, whose names stay their own
  record Group(int place, String words) {}

  static TieGroups of(Board board) {
    var rows =
        board.rows().stream()
            .filter(row -> row.tieGroup() != null)
            .collect(groupingBy(Row::tieGroup, TreeMap::new, toList()));
    var groups = new HashMap<Integer, Group>();
    rows.forEach((number, tied) -> {
      if (tied.size() > 1) {
        groups.put(number, new Group(groups.size() + 1, words(tied)));
      }
    });
    return new TieGroups(Map.copyOf(groups));
  }

  /// Says of which group a row is, for the browser to draw and to read out.
  void mark(ObjectNode line, Row row) {
    var group = row.tieGroup() == null ? null : groups.get(row.tieGroup());
    line.put("tie", group == null ? null : (Integer) group.place());
    line.put("tied", group == null ? null : group.words());
  }

  private static String words(List<Row> tied) {
    return "ranks %d to %d tie: none is told apart from the first of them"
        .formatted(tied.getFirst().rank(), tied.getLast().rank());
  }
}

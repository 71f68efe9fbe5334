package palmares.web.leaderboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// What a reader has chosen of a leaderboard: rows, columns, two to compare. It outlives the
/// snapshot that it was chosen on, so that a newer one costs nobody what they were looking at.
final class BoardChoices {

  private final Map<String, Boolean> columns = new HashMap<>();
  private BoardFilter filter = BoardFilter.NONE;
  private List<String> picked = List.of();

  BoardFilter filter() {
    return filter;
  }

  void filter(BoardFilter filter) {
    this.filter = filter;
  }

  boolean isShown(BoardColumn column) {
    return columns.getOrDefault(column.key(), column.shown());
  }

  void show(BoardColumn column, boolean shown) {
    columns.put(column.key(), shown);
  }

  /// Submissions of the rows to compare, at most two, in the order of choice.
  List<String> picked() {
    return picked;
  }

  void pick(List<String> submissions) {
    picked = List.copyOf(submissions);
  }

  /// Gives up what this board does not offer: its reader could not take it back.
  void fit(Board board) {
    filter = filter.on(board);
    var there = board.rows().stream().map(Row::submission).filter(Objects::nonNull).toList();
    picked = picked.stream().filter(there::contains).toList();
  }
}

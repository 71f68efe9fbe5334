package palmares.web.leaderboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// What happened between two snapshots of a leaderboard.
record BoardChanges(List<Move> moved, List<String> came, List<String> left) {

  BoardChanges {
    moved = List.copyOf(moved);
    came = List.copyOf(came);
    left = List.copyOf(left);
  }

  /// @param places by which it rose; negative when it fell
  record Move(String subject, int places) {
    String text() {
      return subject + (places > 0 ? " ▲ " : " ▼ ") + Math.abs(places);
    }
  }

  static BoardChanges between(Board before, Board after) {
    var old = bySubject(before);
    var moved = new ArrayList<Move>();
    var came = new ArrayList<String>();
    for (var row : after.rows()) {
      var was = old.remove(key(row));
      if (was == null) {
        came.add(row.subject());
      } else if (was.rank() != null && row.rank() != null && !was.rank().equals(row.rank())) {
        moved.add(new Move(row.subject(), was.rank() - row.rank()));
      }
    }
    return new BoardChanges(moved, came, old.values().stream().map(Row::subject).toList());
  }

  boolean isEmpty() {
    return moved.isEmpty() && came.isEmpty() && left.isEmpty();
  }

  /// At most so many of each, in a sentence's part, such as `minilm-two ▲ 1; new: bm25`.
  String text(int most) {
    if (isEmpty()) {
      return "no row moved";
    }
    var parts = new ArrayList<String>();
    if (!moved.isEmpty()) {
      parts.add(some(moved.stream().map(Move::text).toList(), most));
    }
    if (!came.isEmpty()) {
      parts.add("new: " + some(came, most));
    }
    if (!left.isEmpty()) {
      parts.add("gone: " + some(left, most));
    }
    return String.join("; ", parts);
  }

  private static String some(List<String> all, int most) {
    String shown = String.join(", ", all.subList(0, Math.min(most, all.size())));
    return all.size() <= most ? shown : shown + " and " + (all.size() - most) + " more";
  }

  private static Map<String, Row> bySubject(Board board) {
    var rows = new HashMap<String, Row>();
    board.rows().forEach(row -> rows.put(key(row), row));
    return rows;
  }

  // Two teams may use one name.
  private static String key(Row row) {
    return row.team() + "\u0000" + row.subject();
  }
}

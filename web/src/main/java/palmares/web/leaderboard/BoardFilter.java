package palmares.web.leaderboard;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// Which rows of a board a reader wants to see. Their ranks stay those of the whole board.
///
/// @param text part of a subject's name, in any case; empty for all
record BoardFilter(String text, @Nullable String team, @Nullable String kind) {

  static final BoardFilter NONE = new BoardFilter("", null, null);

  BoardFilter withText(String text) {
    return new BoardFilter(text, team, kind);
  }

  BoardFilter withTeam(@Nullable String team) {
    return new BoardFilter(text, team, kind);
  }

  BoardFilter withKind(@Nullable String kind) {
    return new BoardFilter(text, team, kind);
  }

  List<Row> of(Board board) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    return board.rows().stream()
        .filter(row -> row.subject().toLowerCase(Locale.ROOT).contains(part))
        .filter(row -> team == null || team.equals(row.team()))
        .filter(row -> kind == null || kind.equals(row.kind()))
        .toList();
  }

  static List<String> teams(Board board) {
    return board.rows().stream()
        .map(Row::team)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  static List<String> kinds(Board board) {
    return board.rows().stream()
        .map(Row::kind)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}

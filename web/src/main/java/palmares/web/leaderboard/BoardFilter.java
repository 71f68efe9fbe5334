package palmares.web.leaderboard;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// Which rows of a board a reader wants to see. Their ranks stay those of the whole board.
///
/// @param text part of a subject's name, in any case; empty for all
/// @param from and `before`: when a row's submission was sent; rows of none are left out by either
record BoardFilter(
    String text,
    @Nullable String team,
    @Nullable String kind,
    @Nullable Instant from,
    @Nullable Instant before) {

  static final BoardFilter NONE = new BoardFilter("", null, null, null, null);

  BoardFilter withText(String text) {
    return new BoardFilter(text, team, kind, from, before);
  }

  BoardFilter withTeam(@Nullable String team) {
    return new BoardFilter(text, team, kind, from, before);
  }

  BoardFilter withKind(@Nullable String kind) {
    return new BoardFilter(text, team, kind, from, before);
  }

  BoardFilter withDates(@Nullable Instant from, @Nullable Instant before) {
    return new BoardFilter(text, team, kind, from, before);
  }

  /// The same without a team or a kind that no row of the board has.
  BoardFilter on(Board board) {
    return new BoardFilter(
        text,
        team != null && teams(board).contains(team) ? team : null,
        kind != null && kinds(board).contains(kind) ? kind : null,
        from,
        before);
  }

  List<Row> of(Board board) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    return board.rows().stream()
        .filter(row -> row.subject().toLowerCase(Locale.ROOT).contains(part))
        .filter(row -> team == null || team.equals(row.team()))
        .filter(row -> kind == null || kind.equals(row.kind()))
        .filter(this::isInTime)
        .toList();
  }

  private boolean isInTime(Row row) {
    var at = row.submittedAt();
    if (from == null && before == null) {
      return true;
    }
    return at != null
        && (from == null || !at.isBefore(from))
        && (before == null || at.isBefore(before));
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

  /// Whether there is anything to choose by date.
  static boolean hasDates(Board board) {
    return board.rows().stream().map(Row::submittedAt).filter(Objects::nonNull).distinct().count()
        > 1;
  }
}

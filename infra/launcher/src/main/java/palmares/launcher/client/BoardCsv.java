package palmares.launcher.client;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.launcher.terminal.SafeText;

/// Leaderboards as one table of comma-separated values, every number in full.
final class BoardCsv {

  private static final List<String> HEAD =
      List.of(
          "leaderboard",
          "rank",
          "rank_low",
          "rank_high",
          "subject",
          "team",
          "submission",
          "value",
          "low",
          "high",
          "bound_low",
          "bound_high",
          "reason");

  private BoardCsv() {}

  static String of(List<Board> boards) {
    var more =
        boards.stream()
            .flatMap(board -> BoardText.names(board).stream())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .toList();
    var lines = new ArrayList<String>();
    lines.add(line(Stream.concat(HEAD.stream(), more.stream()).map(BoardCsv::text)));
    boards.forEach(board -> board.rows().forEach(row -> lines.add(line(cells(board, row, more)))));
    return String.join("", lines);
  }

  private static Stream<String> cells(Board board, Row row, List<String> more) {
    return Stream.concat(
        Stream.of(
            text(board.name()),
            number(row.rank()),
            number(row.rankLow()),
            number(row.rankHigh()),
            text(row.subject()),
            text(row.team()),
            text(row.submission()),
            number(row.value()),
            number(row.low()),
            number(row.high()),
            number(row.boundLow()),
            number(row.boundHigh()),
            text(row.reason())),
        more.stream().map(name -> number(row.columns().get(name))));
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(",")) + "\r\n";
  }

  private static String number(@Nullable Number value) {
    return value == null ? "" : value.toString();
  }

  /// A spreadsheet would run a text that begins like a formula; an apostrophe keeps it a text.
  private static String text(@Nullable String value) {
    var safe = value == null ? "" : SafeText.cell(SafeText.oneLine(value));
    return safe.matches("[^,\"\\s]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}

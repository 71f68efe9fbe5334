package palmares.launcher.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.launcher.terminal.SafeText;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import palmares.launcher.terminal.TextTable.Side;

/// Leaderboards as a person reads them, in a terminal or as Markdown.
final class BoardText {

  private static final int COLUMNS = 100;

  private BoardText() {}

  static String table(List<Board> boards) {
    return boards.stream().map(BoardText::table).collect(Collectors.joining("\n"));
  }

  static String markdown(List<Board> boards) {
    return boards.stream().map(BoardText::markdown).collect(Collectors.joining("\n"));
  }

  private static String table(Board board) {
    var text =
        new StringBuilder(
            SafeText.oneLine("%s   (%s)".formatted(board.title(), board.method()), COLUMNS));
    text.append('\n');
    if (board.rows().isEmpty()) {
      return text.append("  no row yet\n").append(remarks(board, "  ")).toString();
    }
    var more = fitting(board);
    var table = new TextTable(columns(more));
    ranked(board).forEach(row -> table.row(cells(row, more)));
    text.append(table.toString().indent(2));
    unranked(board)
        .forEach(row -> text.append(SafeText.oneLine("  " + unrankedLine(row))).append('\n'));
    return text.append(remarks(board, "  ")).toString();
  }

  private static String markdown(Board board) {
    var more = names(board);
    var lines = new ArrayList<String>();
    lines.add("### %s".formatted(SafeText.markdown(board.title())));
    lines.add("");
    var columns = columns(more);
    lines.add(columns.stream().map(column -> SafeText.markdown(column.heading())).collect(row()));
    lines.add(columns.stream().map(c -> c.side() == Side.LEFT ? "---" : "---:").collect(row()));
    ranked(board)
        .forEach(r -> lines.add(cells(r, more).stream().map(SafeText::markdown).collect(row())));
    lines.add("");
    unranked(board)
        .forEach(r -> lines.add("- " + SafeText.markdown(unrankedLine(r).substring(1).strip())));
    return String.join("\n", lines) + "\n" + escapedRemarks(board);
  }

  private static Collector<CharSequence, ?, String> row() {
    return Collectors.joining(" | ", "| ", " |");
  }

  private static Stream<Row> ranked(Board board) {
    return board.rows().stream().filter(row -> row.rank() != null);
  }

  private static Stream<Row> unranked(Board board) {
    return board.rows().stream().filter(row -> row.rank() == null);
  }

  static List<String> names(Board board) {
    return board.rows().stream()
        .flatMap(row -> row.columns().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /// As many of the board's own columns as the terminal has room for.
  private static List<String> fitting(Board board) {
    var names = names(board);
    while (!names.isEmpty() && widthWith(board, names) > COLUMNS - 2) {
      names = names.subList(0, names.size() - 1);
    }
    return names;
  }

  private static int widthWith(Board board, List<String> names) {
    var table = new TextTable(columns(names));
    ranked(board).forEach(row -> table.row(cells(row, names)));
    return table.toString().lines().mapToInt(SafeText::width).max().orElse(0);
  }

  private static List<Column> columns(List<String> more) {
    return Stream.concat(
            Stream.of(
                Column.words("rank", 9),
                Column.words("subject", 28),
                Column.numbers("value"),
                Column.words("interval", 24)),
            more.stream().map(Column::numbers))
        .toList();
  }

  private static List<String> cells(Row row, List<String> more) {
    return Stream.concat(
            Stream.of(
                rank(row),
                row.subject() + (row.baseline() ? " (baseline)" : ""),
                Words.number(row.value(), "%.2f"),
                interval(row)),
            more.stream().map(name -> number(row.columns().get(name))))
        .toList();
  }

  /// Counts are whole, and look so.
  private static String number(@Nullable Double value) {
    var whole = value != null && value == Math.rint(value) && Math.abs(value) < 1e9;
    return Words.number(value, whole ? "%.0f" : "%.3f");
  }

  private static String rank(Row row) {
    var low = Objects.requireNonNullElse(row.rankLow(), row.rank());
    var high = Objects.requireNonNullElse(row.rankHigh(), row.rank());
    return Objects.equals(low, high) ? String.valueOf(low) : low + "-" + high;
  }

  private static String interval(Row row) {
    return row.low() == null
        ? row.labels().getOrDefault("interval", "")
        : "[%s, %s]".formatted(Words.number(row.low(), "%.2f"), Words.number(row.high(), "%.2f"));
  }

  private static String unrankedLine(Row row) {
    var bounds =
        row.boundLow() == null
            ? ""
            : "; between %s and %s once the gaps are filled"
                .formatted(
                    Words.number(row.boundLow(), "%.2f"), Words.number(row.boundHigh(), "%.2f"));
    var reason = row.reason() == null ? "" : ": " + row.reason();
    return "-     %s  unranked%s%s".formatted(row.subject(), reason, bounds);
  }

  private static String remarks(Board board, String indent) {
    return remarks(board)
        .map(remark -> SafeText.oneLine(indent + remark) + "\n")
        .collect(Collectors.joining());
  }

  /// What a row's own responses show that its rating does not.
  private static Stream<String> flagged(Board board) {
    return board.rows().stream()
        .filter(row -> row.labels().containsKey("flag"))
        .map(row -> "%s: %s".formatted(row.subject(), row.labels().get("flag")));
  }

  private static String escapedRemarks(Board board) {
    return remarks(board)
        .map(remark -> "\n" + SafeText.markdown(remark) + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<String> remarks(Board board) {
    var snapshot =
        board.snapshot() == null
            ? Stream.<String>empty()
            : Stream.of(
                "snapshot %s of %s".formatted(board.snapshot(), Words.time(board.builtAt())));
    return Stream.of(
            flagged(board),
            board.pending().stream().map(pending -> "pending: " + pending),
            board.notes().stream(),
            snapshot)
        .flatMap(remarks -> remarks);
  }
}

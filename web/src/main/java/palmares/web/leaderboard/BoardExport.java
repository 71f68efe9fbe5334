package palmares.web.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.web.client.ContractJson;

/// The rows of a board as a table for elsewhere. A subject's name is whatever its owner chose, so
/// each form writes it so that it stays text there.
record BoardExport(Board board, List<Row> rows, List<BoardColumn> columns) {

  // A spreadsheet takes a text that starts with one of these for a formula, even in quotes; some
  // do so behind spaces and invisible marks, and turn full-width signs into plain ones.
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\p{Cf}]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*");

  private static final Pattern NOT_IN_A_FILE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\r\\n]]+");

  BoardExport {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  String markdown() {
    var lines = new ArrayList<String>();
    lines.add(piped(heads().stream().map(BoardExport::markdown)));
    lines.add(
        "|"
            + heads().stream()
                .map(head -> head.equals("System") ? "---|" : "--:|")
                .collect(Collectors.joining()));
    rows.forEach(row -> lines.add(piped(cells(row).map(BoardExport::markdown))));
    return String.join("\n", lines) + "\n";
  }

  String latex() {
    var lines = new ArrayList<String>();
    lines.add("\\begin{tabular}{rl" + "r".repeat(heads().size() - 2) + "}");
    lines.add(latexRow(heads().stream()) + " \\hline");
    rows.forEach(row -> lines.add(latexRow(cells(row))));
    lines.add("\\end{tabular}");
    return String.join("\n", lines) + "\n";
  }

  /// Numbers in full precision, one column each.
  String csv() {
    var lines = new ArrayList<String>();
    var fixed =
        List.of(
            "rank",
            "rank_low",
            "rank_high",
            "subject",
            "team",
            "baseline",
            "value",
            "low",
            "high",
            "bound_low",
            "bound_high",
            "reason");
    lines.add(
        Stream.concat(fixed.stream(), columns.stream().map(BoardColumn::key))
            .map(BoardExport::csv)
            .collect(Collectors.joining(",")));
    for (var row : rows) {
      var cells =
          Stream.<@Nullable Object>of(
              row.rank(),
              row.rankLow(),
              row.rankHigh(),
              row.subject(),
              row.team(),
              row.baseline(),
              row.value(),
              row.low(),
              row.high(),
              row.boundLow(),
              row.boundHigh(),
              row.reason());
      var further = columns.stream().map(column -> (Object) row.columns().get(column.key()));
      lines.add(
          Stream.concat(cells, further).map(BoardExport::csv).collect(Collectors.joining(",")));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  /// The board as the API gives it, with no other rows than these.
  String json() {
    return ContractJson.write(
        new Board(
            board.leaderboard(),
            board.name(),
            board.title(),
            board.benchmark(),
            board.version(),
            board.snapshot(),
            board.revision(),
            board.digest(),
            board.builtAt(),
            board.method(),
            board.settings(),
            rows,
            board.pending(),
            board.notes(),
            board.provenance()));
  }

  private List<String> heads() {
    return Stream.concat(
            Stream.of("Rank", "System", "Score", "Interval"),
            columns.stream().map(BoardColumn::label))
        .toList();
  }

  private Stream<String> cells(Row row) {
    var words = RowWords.of(board);
    return Stream.concat(
        Stream.of(RowWords.rank(row), row.subject(), words.score(row), words.interval(row)),
        columns.stream().map(column -> column.text(row)));
  }

  private static String piped(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String latexRow(Stream<String> cells) {
    return cells.map(BoardExport::latex).collect(Collectors.joining(" & ", "", " \\\\"));
  }

  private static String markdown(String text) {
    return oneLine(text)
        .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String latex(String text) {
    var escaped = new StringBuilder();
    for (char c : oneLine(text).toCharArray()) {
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
        case '−' -> escaped.append("$-$");
        case '–' -> escaped.append("--");
        case '…' -> escaped.append("\\ldots{}");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String csv(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (!(cell instanceof String text)) {
      return cell.toString();
    }
    String plain = NOT_IN_A_FILE.matcher(text).replaceAll(" ");
    String safe = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  // Line ends would begin a new row; controls and marks that turn the direction would reorder it.
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
  }
}

package palmares.launcher.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.launcher.terminal.SafeText;

/// The boards of the demo as lines of at most 100 columns.
///
/// @param all every row, instead of the first ones and those that a remark is made on
record BoardText(boolean all) {

  private static final int FIRST_ROWS = 4;
  private static final int WORDS = 80;

  /// A system of the sample that answers with everything it was given.
  private static final String COPIER = "whole-passage";

  /// A system of the sample that answers with the question.
  private static final String ECHO = "question-echo";

  private static final String CONTAINS = "mean contains@1";

  List<String> whoIsBetter(Board board) {
    var lines = new ArrayList<String>();
    lines.add("1  WHO IS BETTER?   Checklist score (WB-Score formula, judged by rules), -80..+100");
    lines.add(
        line(
            "   %-5s %-20s %6s %-14s %8s %5s %8s",
            "rank", "system", "score", "95% interval", "answered", "chars", "contains"));
    for (var row : shown(board, List.of(COPIER, ECHO))) {
      lines.add(row.rank() == null ? unranked(row) : scored(row, board));
    }
    return lines;
  }

  private static String scored(Row row, Board board) {
    return line(
        "   %-5s %-20s %+6.1f %-14s %8s %5.0f %8.2f  %s",
        ranks(row),
        row.subject(),
        row.value(),
        interval(row, "[%+5.1f, %+5.1f]"),
        "%.0f/%.0f".formatted(answered(row), answered(row) + column(row, "missing")),
        column(row, "chars"),
        column(row, CONTAINS),
        row.subject().equals(COPIER) && isGreatest(row, board, CONTAINS)
            ? "<- tops by copying all"
            : "");
  }

  private static boolean isGreatest(Row row, Board board, String name) {
    return board.rows().stream().allMatch(other -> column(other, name) <= column(row, name));
  }

  private static String unranked(Row row) {
    var answered = row.columns().get("over answered");
    var bounds =
        row.boundLow() == null
            ? ""
            : line(
                "; %+.1f on the rest, %+.1f..%+.1f over all",
                answered == null ? 0 : answered, row.boundLow(), row.boundHigh());
    return line("   %-5s %-20s unranked: %s%s", "-", row.subject(), row.reason(), bounds);
  }

  List<String> headToHead(Board board, Board byQuestion) {
    var lines = new ArrayList<String>();
    var battles = board.rows().stream().mapToDouble(row -> column(row, "battles")).sum() / 2;
    lines.add(
        line(
            "2  WHO WINS HEAD TO HEAD?   Bradley-Terry, %,.0f battles from reward"
                + " minilm-to-reference,",
            battles));
    lines.add("   clustered by example");
    lines.add(line("   %-6s %-22s %6s", "rank", "system", "rating"));
    var first = true;
    for (var row : shown(board, List.of())) {
      lines.add(row.rank() == null ? unrated(row) : rated(row, first));
      first = false;
    }
    lines.add("   The same from minilm-to-question, which sees no reference:");
    byQuestion.rows().stream()
        .filter(row -> row.rank() == null)
        .filter(row -> !String.valueOf(row.reason()).contains("missing"))
        .forEach(row -> lines.add(unrated(row)));
    return lines;
  }

  private static String rated(Row row, boolean explain) {
    var value = number(row.value());
    var reach = row.high() == null ? "" : line("+- %.0f", row.high() - value);
    var naive = row.columns().get("naive_high");
    var words = explain ? "treating battles as independent would claim " : "";
    var claim = naive == null ? "" : line("  (%s+- %.0f)", words, naive - value);
    return line("   %-6s %-22s %6.0f %-7s%s", ranks(row), row.subject(), value, reach, claim);
  }

  private static String unrated(Row row) {
    return line("   %-6s %-22s %s", "-", row.subject(), row.reason());
  }

  /// @param truth the board of the full checklist, which says what each system is worth
  List<String> actOn(Board board, Board truth) {
    var lines = new ArrayList<String>();
    lines.add(
        line(
            "3  WHICH EVALUATOR CAN YOU ACT ON?   SharpeRatio@3 against the full checklist, baseline"
                + " %s",
            board.settings().get("baseline")));
    lines.add(
        line(
            "   %-24s %5s  %-14s %7s %8s   %s",
            "estimator", "SR@3", "95%", "best@3", "worst@3", "its first pick"));
    for (var row : board.rows()) {
      lines.add(row.value() == null ? unrated(row) : estimator(row));
    }
    lines.add("   k = 1 " + PickOfOne.text(board, truth));
    return lines;
  }

  private static String estimator(Row row) {
    return line(
        "   %-24s %5.2f  %-14s %+7.1f %+8.1f   %s  %s",
        row.subject(),
        row.value(),
        interval(row, "[%.1f, %.1f]"),
        column(row, "best@3"),
        column(row, "worst@3"),
        row.labels().getOrDefault("first pick", ""),
        ECHO.equals(row.labels().get("first pick")) ? "<- reward hacked" : "");
  }

  /// The first rows, those to be remarked on, the last ranked one and the unranked.
  private List<Row> shown(Board board, List<String> remarked) {
    var ranked = board.rows().stream().filter(row -> row.rank() != null).toList();
    var unranked = board.rows().stream().filter(row -> row.rank() == null);
    if (all) {
      return board.rows();
    }
    var first = ranked.stream().limit(FIRST_ROWS);
    var rest =
        ranked.stream()
            .skip(FIRST_ROWS)
            .filter(row -> remarked.contains(row.subject()) || row.equals(ranked.getLast()));
    return Stream.concat(Stream.concat(first, rest), unranked).toList();
  }

  private static String ranks(Row row) {
    return row.rankLow() == null || row.rankLow().equals(row.rankHigh())
        ? String.valueOf(row.rank())
        : row.rankLow() + "-" + row.rankHigh();
  }

  private static String interval(Row row, String format) {
    return row.low() == null
        ? row.labels().getOrDefault("interval", "")
        : line(format, row.low(), row.high());
  }

  private static double answered(Row row) {
    return column(row, "answered");
  }

  private static double number(@Nullable Double ranked) {
    return Objects.requireNonNull(ranked, "a ranked row has a value");
  }

  /// A column that this row lacks counts nothing.
  private static double column(Row row, String name) {
    return row.columns().getOrDefault(name, 0.0);
  }

  private static String line(String format, @Nullable Object... values) {
    var shown =
        Arrays.stream(values)
            .map(value -> value instanceof String text ? SafeText.oneLine(text, WORDS) : value)
            .toArray();
    return String.format(Locale.ROOT, format, shown).stripTrailing();
  }
}

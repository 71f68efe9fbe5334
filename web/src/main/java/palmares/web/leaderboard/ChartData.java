package palmares.web.leaderboard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.contract.leaderboard.WinRates;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a chart draws, and the same in words.
///
/// @param kind forest, heat or frontier, as the browser's part knows them
record ChartData(String kind, ObjectNode data, String words) {

  static final int MOST_ROWS = 40;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Ratings with their intervals, one below the other.
  static ChartData forest(Board board) {
    var words = RowWords.of(board);
    var data = JSON.objectNode();
    var rows = data.putArray("rows");
    var ranked = ranked(board).stream().limit(MOST_ROWS).toList();
    for (var row : ranked) {
      double value = value(row);
      rows.addObject()
          .put("name", row.subject())
          .put("value", value)
          .put("low", row.low() == null ? value : row.low())
          .put("high", row.high() == null ? value : row.high())
          .put("leading", row.rankLow() != null && row.rankLow() == 1)
          .put("words", row.subject() + "\n" + words.drawn(row));
    }
    return new ChartData(
        "forest",
        data,
        "The first " + ranked.size() + " with their intervals. " + BoardWords.of(board).verdict());
  }

  /// How often each system beats each other.
  static ChartData heat(WinRates rates) {
    var data = JSON.objectNode();
    var systems = data.putArray("systems");
    rates.systems().forEach(systems::add);
    var rows = data.putArray("rates");
    rates
        .rates()
        .forEach(row -> {
          var cells = rows.addArray();
          row.forEach(cells::add);
        });
    return new ChartData("heat", data, closest(rates));
  }

  /// A column against the score; on the frontier is whoever no other beats in both.
  static ChartData frontier(Board board, BoardColumn column) {
    var words = RowWords.of(board);
    var rows =
        ranked(board).stream().filter(row -> row.columns().containsKey(column.key())).toList();
    var best = rows.stream().filter(row -> isBest(row, rows, column.key())).toList();
    var data = JSON.objectNode();
    data.put("x", column.label());
    var points = data.putArray("points");
    for (var row : rows) {
      points
          .addObject()
          .put("name", row.subject())
          .put("x", cost(row, column.key()))
          .put("y", value(row))
          .put("best", best.contains(row))
          .put("words", words.drawn(row) + "\n" + column.label() + " " + column.text(row));
    }
    String names =
        best.stream()
            .sorted(Comparator.comparingDouble(row -> cost(row, column.key())))
            .map(Row::subject)
            .collect(Collectors.joining(", "));
    return new ChartData(
        "frontier",
        data,
        "No other is both better and lower in "
            + column.label().toLowerCase(Locale.ROOT)
            + " than these: "
            + names
            + ".");
  }

  private static boolean isBest(Row row, List<Row> rows, String key) {
    return rows.stream()
        .noneMatch(other ->
            cost(other, key) <= cost(row, key)
                && value(other) >= value(row)
                && (cost(other, key) < cost(row, key) || value(other) > value(row)));
  }

  private static String closest(WinRates rates) {
    if (rates.systems().size() < 2) {
      return "There are no two systems to compare.";
    }
    var names = rates.systems();
    var first = rates.rates().get(0).get(1);
    return first == null
        ? names.get(0) + " and " + names.get(1) + " never met."
        : "%s wins %d%% against %s, a tie counting half."
            .formatted(names.get(0), Math.round(first * 100), names.get(1));
  }

  private static List<Row> ranked(Board board) {
    return board.rows().stream().filter(row -> row.value() != null).toList();
  }

  private static double value(Row row) {
    return row.value() == null ? 0 : row.value();
  }

  private static double cost(Row row, String key) {
    return row.columns().getOrDefault(key, 0.0);
  }
}

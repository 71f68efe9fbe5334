package palmares.web.leaderboard;

import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// What the figures of a row say, written the same in the table, in a download and for a reader who
/// does not see what is drawn.
///
/// @param level of the intervals, such as `95%`; empty where the board does not say
record RowWords(Figures figures, String level) {

  static RowWords of(Board board) {
    return new RowWords(Figures.of(board.rows()), level(board));
  }

  private static String level(Board board) {
    try {
      double level = Double.parseDouble(board.settings().getOrDefault("level", ""));
      return Math.round(level * 100) + "%";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /// A rank, or the range of ranks that the evidence leaves open.
  static String rank(Row row) {
    if (row.rankLow() == null || row.rankHigh() == null) {
      return row.rank() == null ? "–" : row.rank().toString();
    }
    return row.rankLow().equals(row.rankHigh())
        ? row.rankLow().toString()
        : row.rankLow() + "–" + row.rankHigh();
  }

  /// The value, or what it could be once the gaps are filled.
  String score(Row row) {
    if (row.value() != null) {
      return figures.text(row.value());
    }
    return row.boundLow() == null || row.boundHigh() == null
        ? "–"
        : figures.text(row.boundLow()) + " … " + figures.text(row.boundHigh());
  }

  /// The interval as text, empty where there is none.
  String interval(Row row) {
    return row.low() == null || row.high() == null
        ? ""
        : figures.text(row.low()) + " to " + figures.text(row.high());
  }

  /// All of what is drawn, such as `+18.1, 95% from +1.0 to +37.0`.
  String drawn(Row row) {
    if (row.value() == null) {
      return row.boundLow() == null || row.boundHigh() == null
          ? "no value"
          : "no value; could be from "
              + figures.text(row.boundLow())
              + " to "
              + figures.text(row.boundHigh());
    }
    if (row.low() == null || row.high() == null) {
      return figures.text(row.value()) + ", no interval";
    }
    return figures.text(row.value())
        + (level.isEmpty() ? ", from " : ", " + level + " from ")
        + figures.text(row.low())
        + " to "
        + figures.text(row.high());
  }
}

package palmares.web.leaderboard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// A column of a board beside rank, subject and score.
///
/// @param key its name in the board's rows
/// @param shown until a reader chooses otherwise
/// @param notableAbove a value beyond which a reader should look
record BoardColumn(String key, String label, boolean shown, double notableAbove) {

  private static final String ANSWERED = "answered";
  private static final String MISSING = "missing";
  private static final String LENGTH = "chars";
  private static final String MEAN = "mean ";
  private static final Set<String> NOT_APART = Set.of(MISSING, "naive_low", "naive_high");
  private static final Set<String> WHOLE = Set.of(LENGTH, "tries", "clusters", "battles");
  private static final Set<String> HIDDEN = Set.of("tries", "over answered", "clusters");
  private static final double LONG = 2;

  /// The columns that any row has, those that a reader looks for first at the front.
  static List<BoardColumn> of(Board board) {
    return board.rows().stream()
        .flatMap(row -> row.columns().keySet().stream())
        .distinct()
        .filter(key -> !NOT_APART.contains(key))
        .sorted((a, b) -> place(a) == place(b) ? a.compareTo(b) : place(a) - place(b))
        .map(key ->
            new BoardColumn(
                key,
                label(key),
                !HIDDEN.contains(key) && !key.startsWith(MEAN),
                key.equals(LENGTH) ? LONG * median(board) : Double.POSITIVE_INFINITY))
        .toList();
  }

  String text(Row row) {
    var value = row.columns().get(key);
    if (value == null) {
      return "";
    }
    if (key.equals(ANSWERED)) {
      return whole(value) + "/" + whole(value + row.columns().getOrDefault(MISSING, 0.0));
    }
    if (WHOLE.contains(key)) {
      return whole(value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value)
        .replace('-', '−');
  }

  /// Whether a reader should look at the cell: an answer is missing, or answers are far longer than
  /// those of the others.
  boolean isNotable(Row row) {
    var value = row.columns().get(key);
    return value != null
        && (value > notableAbove
            || (key.equals(ANSWERED) && row.columns().getOrDefault(MISSING, 0.0) > 0));
  }

  private static double median(Board board) {
    double[] lengths =
        board.rows().stream()
            .map(row -> row.columns().get(LENGTH))
            .filter(length -> length != null)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return lengths[lengths.length / 2];
  }

  private static int place(String key) {
    return switch (key) {
      case ANSWERED -> 0;
      case LENGTH -> 1;
      case "cost" -> 2;
      case "latency" -> 3;
      case "tries" -> 8;
      default -> key.startsWith(MEAN) ? 9 : 5;
    };
  }

  private static String label(String key) {
    if (key.equals(LENGTH)) {
      return "Length";
    }
    return key.startsWith(MEAN)
        ? "Mean " + key.substring(MEAN.length())
        : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value).replace('-', '−');
  }
}

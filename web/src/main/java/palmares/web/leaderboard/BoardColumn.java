package palmares.web.leaderboard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.web.identity.BudgetWords;

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
  private static final String COST = "cost";
  private static final String TOKENS = "tokens";
  private static final String OF_EVALUATION = "evaluation ";
  private static final long MICROS = 1_000_000;
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
                !HIDDEN.contains(key) && !key.startsWith(MEAN) && !key.startsWith(OF_EVALUATION),
                key.equals(LENGTH) ? LONG * median(board) : Double.POSITIVE_INFINITY))
        .toList();
  }

  /// What its numbers are, for a reader who wonders; empty where the label says it.
  String meaning() {
    return switch (key) {
      case ANSWERED -> "Examples with an answer, of all examples";
      case LENGTH -> "Characters of an answer, on average";
      case "tries" -> "Submissions of the system that have ended; one of them stands for it";
      case "clusters" -> "Groups of examples that depend on each other; the interval draws these";
      case "battles" -> "Pairs of answers to the same example that were settled";
      case "win rate", "win_rate" -> "Share of its battles that it won, a tie counting half";
      case COST -> "What was paid for its responses, in the platform's currency";
      case TOKENS -> "Tokens that were paid for its responses";
      case OF_EVALUATION + COST -> "What was paid for evaluating it, in the platform's currency";
      case OF_EVALUATION + TOKENS -> "Tokens that were paid for evaluating it";
      case "over answered" -> "The score over the examples that it answered alone";
      default ->
          key.startsWith(MEAN)
              ? "What this evaluator gives an answer of the system, on average"
              : "";
    };
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
    if (key.endsWith(COST)) {
      return BudgetWords.amount("money", Math.round(value * MICROS));
    }
    if (key.endsWith(TOKENS)) {
      return String.format(Locale.ROOT, "%,.0f", value);
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
      case COST -> 2;
      case TOKENS -> 3;
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
        : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1).replace('_', ' ');
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value).replace('-', '−');
  }
}

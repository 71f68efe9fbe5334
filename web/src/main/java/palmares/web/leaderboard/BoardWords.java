package palmares.web.leaderboard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// What a board says, in sentences: how it was made, who stands out, and why a rank is a range.
final class BoardWords {

  private static final List<String> NUMBERS =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final double FARTHEST = 20;

  private final Board board;
  private final List<Row> ranked;

  private BoardWords(Board board) {
    this.board = board;
    this.ranked = board.rows().stream().filter(row -> row.value() != null).toList();
  }

  static BoardWords of(Board board) {
    return new BoardWords(board);
  }

  /// The answer to the board's question.
  String lead() {
    if (board.rows().isEmpty()) {
      return method() + ".";
    }
    return method() + ". " + size() + ". " + verdict();
  }

  private String method() {
    String method = MethodWords.of(board.method()).about();
    var evaluator = board.settings().getOrDefault("evaluator", board.settings().get("truth"));
    return evaluator == null ? method : method + ", from " + evaluator.replaceFirst("@.*", "");
  }

  private String size() {
    String subject = ranked.isEmpty() ? "system" : ranked.getFirst().subjectKind();
    int unranked = board.rows().size() - ranked.size();
    String text = counted(ranked.size(), subject) + " ranked";
    if (unranked > 0) {
      text += ", " + number(unranked) + " unranked with the reason";
    }
    return capital(text + examples().map(n -> ", " + n + " examples").orElse(""));
  }

  /// Who is first, as far as the evidence says.
  String verdict() {
    if (ranked.isEmpty()) {
      return "None has a rank yet.";
    }
    var first = leaders();
    if (ranked.size() == 1) {
      return "There is nothing to compare it with yet.";
    }
    if (first.size() == 1) {
      return first.getFirst().subject() + " is first: no other interval reaches its own.";
    }
    String who =
        first.size() == ranked.size()
            ? first.size() == 2 ? "The two" : "All of them"
            : "The first " + number(first.size());
    return who + " can't be told apart: each could be first, their intervals overlap.";
  }

  /// Why a rank is a range, and what would make it narrower. Empty without any range.
  Optional<String> whyARange() {
    if (ranked.stream().noneMatch(row -> row.low() != null)) {
      return Optional.empty();
    }
    String level = RowWords.of(board).level();
    String of = level.isEmpty() ? "" : level.replace("%", "") + " of 100 repeats";
    String text =
        (of.isEmpty() ? "Other examples of the same kind" : "With examples like these, " + of)
            + " would place a system inside its interval; its range of ranks holds every place that"
            + " the intervals leave open.";
    return Optional.of(text + more().map(words -> " " + words).orElse(""));
  }

  // An interval narrows with the square root of the number of examples.
  private Optional<String> more() {
    var first = leaders();
    var examples = examples();
    if (first.size() < 2 || examples.isEmpty()) {
      return Optional.empty();
    }
    var best = Reach.of(first.getFirst());
    var last = Reach.of(first.getLast());
    double gap = best.value() - last.value();
    double reach = best.value() - best.low() + last.high() - last.value();
    if (reach == 0) {
      return Optional.empty();
    }
    String pair = "the first from the " + ordinal(first.size());
    if (!(gap > 0) || reach / gap > Math.sqrt(FARTHEST)) {
      return Optional.of(
          "To tell "
              + pair
              + " would take more than "
              + Math.round(FARTHEST)
              + " times as many examples.");
    }
    double factor = reach / gap * (reach / gap);
    long more = Math.max(1, Math.round(examples.get() * (factor - 1)));
    return factor <= 1
        ? Optional.empty()
        : Optional.of("About " + rounded(more) + " more examples would tell " + pair + ".");
  }

  private List<Row> leaders() {
    return ranked.stream().filter(row -> row.rankLow() != null && row.rankLow() == 1).toList();
  }

  private Optional<Integer> examples() {
    return board.rows().stream()
        .map(Row::columns)
        .filter(columns -> columns.containsKey("answered"))
        .map(columns ->
            (int) Math.round(columns.get("answered") + columns.getOrDefault("missing", 0.0)))
        .max(Integer::compare);
  }

  private static long rounded(long count) {
    long step = count < 100 ? 5 : count < 1000 ? 10 : 100;
    return count < 10 ? count : Math.round((double) count / step) * step;
  }

  private static String counted(int count, String subject) {
    return number(count) + " " + (count == 1 ? subject : subject + "s");
  }

  private static String number(int count) {
    return count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count);
  }

  private static String ordinal(int place) {
    return switch (place) {
      case 2 -> "second";
      case 3 -> "third";
      case 4 -> "fourth";
      case 5 -> "fifth";
      default ->
          place
              + (place % 10 == 1 && place % 100 != 11
                  ? "st"
                  : place % 10 == 2 && place % 100 != 12
                      ? "nd"
                      : place % 10 == 3 && place % 100 != 13 ? "rd" : "th");
    };
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// A value with the ends of its interval, which are the value itself where there is none.
  private record Reach(double value, double low, double high) {

    static Reach of(Row row) {
      double value = row.value() == null ? 0 : row.value();
      return new Reach(
          value, row.low() == null ? value : row.low(), row.high() == null ? value : row.high());
    }
  }
}

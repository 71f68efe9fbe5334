package palmares.launcher.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import palmares.launcher.terminal.SafeText;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;

/// A ranking as a table for people.
final class RankingText {

  private RankingText() {}

  static String of(Ranking ranking, VoteFile.Votes votes) {
    var text = new StringBuilder();
    text.append(
        format(
            "%s   %,d battles, %,d systems%s\n",
            ranking.method(),
            votes.battles().size(),
            votes.battles().systems().size(),
            fit(ranking)));
    text.append(table(ranking));
    for (var rating : ranking.ratings()) {
      if (rating instanceof Rating.Unranked unranked) {
        text.append("-  ")
            .append(SafeText.oneLine(unranked.subject()))
            .append("  unranked: ")
            .append(SafeText.oneLine(unranked.reason()))
            .append('\n');
      }
    }
    for (var note : concatenated(ranking.notes(), votes.notes())) {
      text.append("note: ").append(SafeText.oneLine(note)).append('\n');
    }
    return text.toString();
  }

  private static TextTable table(Ranking ranking) {
    var showsNaive =
        ranking.ratings().stream().anyMatch(rating -> rating.columns().containsKey("naive_low"));
    var columns =
        new ArrayList<>(
            List.of(
                Column.words("rank"),
                Column.words("system"),
                Column.numbers("rating"),
                Column.words("interval"),
                Column.numbers("battles"),
                Column.numbers("win rate")));
    if (showsNaive) {
      columns.add(Column.words("if battles were independent"));
    }
    var table = new TextTable(columns);
    for (var rating : ranking.ratings()) {
      if (rating instanceof Rating.Ranked ranked) {
        var row = new ArrayList<>(row(ranked));
        if (showsNaive) {
          row.add(naive(ranked.columns()));
        }
        table.row(row);
      }
    }
    return table;
  }

  private static String naive(Map<String, Double> columns) {
    var low = columns.get("naive_low");
    var high = columns.get("naive_high");
    return low == null || high == null ? "" : format("[%.1f, %.1f]", low, high);
  }

  private static String fit(Ranking ranking) {
    var fit = ranking.fit();
    if (fit.iterations() == 0) {
      return "";
    }
    return fit.converged() ? ", exact optimum" : ", NOT CONVERGED";
  }

  private static List<String> row(Rating.Ranked ranked) {
    var range =
        ranked.rankLow() == ranked.rankHigh()
            ? "" + ranked.rankLow()
            : ranked.rankLow() + "-" + ranked.rankHigh();
    return List.of(
        range,
        ranked.subject(),
        value(ranked.value()),
        ranked
            .interval()
            .map(RankingText::interval)
            .orElse(ranked.labels().getOrDefault("interval", "")),
        number("%.6g", "battles", ranked.columns()),
        number("%.3f", "win_rate", ranked.columns()));
  }

  /// Ratings around 1000 need no more than a digit; shares and norms do.
  private static String value(double value) {
    return format(Math.abs(value) < 10 ? "%.4f" : "%.1f", value);
  }

  private static String interval(Interval interval) {
    return format("[%.1f, %.1f]", interval.low(), interval.high());
  }

  private static List<String> concatenated(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static String number(String format, String name, Map<String, Double> columns) {
    var value = columns.get(name);
    if (value == null) {
      return "";
    }
    return value == Math.rint(value) && name.equals("battles")
        ? format("%.0f", value)
        : format(format, value);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

package palmares.launcher.compare;

import java.util.Locale;
import palmares.launcher.compare.ComparedSystems.Pair;
import palmares.launcher.terminal.SafeText;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import palmares.scoring.comparison.PairedComparison;

/// Comparisons as a table for people, and what they must know with it.
final class ComparisonText {

  private ComparisonText() {}

  static String of(ComparedSystems compared) {
    var table =
        TextTable.of(
            Column.words("left"),
            Column.words("right"),
            Column.numbers("examples"),
            Column.numbers("difference"),
            Column.words("interval"),
            Column.numbers("better"),
            Column.numbers("worse"),
            Column.numbers("ties"),
            Column.numbers("detectable"),
            Column.numbers("permutation p"),
            Column.numbers("sign p"),
            Column.numbers("p (Holm)"),
            Column.numbers("q (BH)"));
    compared.pairs().forEach(pair -> table.row(row(pair)));
    var text = new StringBuilder(table.toString());
    compared.pairs().forEach(pair -> gaps(text, pair));
    return text.toString();
  }

  private static String[] row(Pair pair) {
    var found = pair.deciding();
    return new String[] {
      pair.left(),
      pair.right(),
      format("%,d", found.examples()),
      format("%+.4g", found.difference()),
      interval(found),
      format("%,d", found.signs().better()),
      format("%,d", found.signs().worse()),
      format("%,d", found.signs().ties()),
      found.detectable() == null ? "" : format("%.4g", found.detectable()),
      format("%.4g", found.permutation().p()),
      format("%.4g", found.signs().p()),
      format("%.4g", pair.p()),
      format("%.4g", pair.q())
    };
  }

  private static String interval(PairedComparison found) {
    var interval = found.interval();
    return interval == null
        ? "constant"
        : format("[%+.4g, %+.4g]", interval.low(), interval.high());
  }

  private static void gaps(StringBuilder text, Pair pair) {
    var scores = pair.scores();
    if (scores.both() == scores.examples()) {
      return;
    }
    text.append("note: ")
        .append(
            SafeText.oneLine(
                format(
                    "%s and %s: %,d of %,d examples have both scores; %,d have the first alone, %,d the second alone, %,d neither; ",
                    pair.left(),
                    pair.right(),
                    scores.both(),
                    scores.examples(),
                    scores.onlyLeft(),
                    scores.onlyRight(),
                    scores.neither())))
        .append(
            pair.withGaps() == null
                ? "the rest is left out here, so this does not say who is better: --worst SCORE counts it"
                : format(
                    "each gap counts as the worst score here; over those with both the difference is %+.4g",
                    pair.answered().difference()))
        .append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

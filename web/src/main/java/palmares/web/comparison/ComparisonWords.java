package palmares.web.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.Comparison;
import palmares.contract.comparison.Comparison.Paired;
import palmares.web.page.Scores;

/// A comparison in sentences. Who is better is said of all examples where gaps can be counted, so
/// that leaving some never pays.
record ComparisonWords(Comparison comparison, SideNames names) {

  private static final double RARE = 0.05;

  static ComparisonWords of(Comparison comparison) {
    return new ComparisonWords(comparison, SideNames.of(comparison));
  }

  /// The answer in a sentence or two.
  String lead() {
    if (comparison.left().submission().equals(comparison.right().submission())) {
      return "This is one submission beside itself. Pick another row of the leaderboard.";
    }
    var deciding = deciding();
    if (deciding == null) {
      return "There is no example that both answered, so nothing says who is better.";
    }
    return verdict(deciding) + ".";
  }

  /// What says who is better; absent where nothing does.
  @Nullable Paired deciding() {
    return comparison.withGaps() == null ? comparison.answered() : comparison.withGaps();
  }

  private String verdict(Paired paired) {
    if (paired.leftBetter() + paired.rightBetter() == 0) {
      return "They score the same " + where(paired);
    }
    var by = by(paired) + " " + where(paired);
    if (hasUncountedGaps()) {
      return ahead(paired)
          + " is ahead by "
          + by
          + ". The examples that only one of them answered are not in this, so it does not say who is better";
    }
    return paired.p() < RARE
        ? ahead(paired) + " is better by " + by
        : "The two can't be told apart: " + ahead(paired) + " is ahead by " + by;
  }

  /// How easily chance alone would do it; empty where nothing differs.
  String chance() {
    var paired = deciding();
    if (paired == null || paired.leftBetter() + paired.rightBetter() == 0) {
      return "";
    }
    return "A difference this large, to either side, would be seen in "
        + cases(paired.p())
        + " if a coin had decided, for each example, which score is whose"
        + (paired.draws() == 0
            ? ""
            : String.format(Locale.ROOT, " (found by %,d random draws)", paired.draws()))
        + ". "
        + signs(paired);
  }

  private String signs(Paired paired) {
    return (paired.rightOrWrong()
            ? String.format(
                Locale.ROOT,
                "%s alone is right on %s, %s on %,d (McNemar: ",
                names.left(),
                counted(paired.leftBetter()),
                names.right(),
                paired.rightBetter())
            : String.format(
                Locale.ROOT,
                "%s is better on %s, %s on %,d (sign test: ",
                names.left(),
                counted(paired.leftBetter()),
                names.right(),
                paired.rightBetter()))
        + cases(paired.signP())
        + ").";
  }

  /// How much of it the leaderboards leave out.
  String leftOut() {
    int examples = comparison.leftOut();
    return counted(examples)
        + (examples == 1
            ? " that counts here counts on no leaderboard."
            : " that count here count on no leaderboard.");
  }

  /// What examples are missing from it, and how it looks with or without them; empty if none are.
  String gaps() {
    var tally = comparison.tally();
    var words = new StringBuilder();
    left(words, names.left(), tally.onlyRight());
    left(words, names.right(), tally.onlyLeft());
    if (tally.neither() > 0) {
      sentence(words, "Neither answered " + counted(tally.neither()));
    }
    var worst = comparison.worst();
    var answered = comparison.answered();
    if (comparison.withGaps() != null && worst != null) {
      sentence(words, "Each gap counts as the worst value, " + Scores.figure(worst));
      if (answered != null) {
        sentence(
            words,
            answered.leftBetter() + answered.rightBetter() == 0
                ? "They score the same " + where(answered)
                : ahead(answered) + " is ahead by " + by(answered) + " " + where(answered));
      }
    }
    if (tally.notEvaluated() > 0) {
      sentence(
          words,
          counted(tally.notEvaluated())
              + " could not be evaluated for one of them, by no fault of its own, and count nowhere");
    }
    return words.toString();
  }

  private void left(StringBuilder words, String who, int gaps) {
    if (gaps > 0) {
      sentence(words, who + " left " + counted(gaps) + " unanswered that the other answered");
    }
  }

  private static void sentence(StringBuilder words, String sentence) {
    words.append(words.isEmpty() ? "" : " ").append(sentence).append('.');
  }

  private boolean hasUncountedGaps() {
    var tally = comparison.tally();
    return comparison.withGaps() == null && tally.onlyLeft() + tally.onlyRight() > 0;
  }

  private String where(Paired paired) {
    var all = paired == comparison.withGaps();
    return "on "
        + (all ? "all " : "the ")
        + counted(paired.examples())
        + (comparison.category() == null ? "" : " of " + comparison.category())
        + (all ? "" : " that both answered");
  }

  private String ahead(Paired paired) {
    return paired.difference() >= 0 ? names.left() : names.right();
  }

  private static String by(Paired paired) {
    var sign = paired.difference() >= 0 ? 1 : -1;
    var low = paired.low();
    var high = paired.high();
    var by = Scores.figure(Math.abs(paired.difference()));
    return low == null || high == null
        ? by
        : "%s [%s, %s]"
            .formatted(
                by,
                Scores.figure(sign * (sign > 0 ? low : high)),
                Scores.figure(sign * (sign > 0 ? high : low)));
  }

  private static String counted(int examples) {
    return examples == 1 ? "1 example" : String.format(Locale.ROOT, "%,d examples", examples);
  }

  /// A probability as a number of cases.
  static String cases(double p) {
    for (var of = 100; of <= 10_000; of *= 10) {
      var cases = Math.round(p * of);
      if (cases >= of) {
        return "every case";
      }
      if (cases >= 2 || (of == 10_000 && cases == 1)) {
        return String.format(Locale.ROOT, "%,d of %,d cases", cases, of);
      }
    }
    return "fewer than 1 of 10,000 cases";
  }

  static String signed(double value) {
    return (value > 0 ? "+" : "") + Scores.figure(value);
  }
}

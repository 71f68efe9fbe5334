package palmares.launcher.agree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.agreement.CohenKappa;
import palmares.scoring.agreement.CohenKappa.Weights;
import palmares.scoring.agreement.Correlation;
import palmares.scoring.agreement.FleissKappa;
import palmares.scoring.agreement.KendallTau;
import palmares.scoring.agreement.KrippendorffAlpha;
import palmares.scoring.agreement.KrippendorffAlpha.Level;
import palmares.scoring.ranking.Interval;

/// What can be asked of raters, by name.
enum Statistic {
  KAPPA("kappa", "two raters, labels: (p - e) / (1 - e); Cohen 1960", true, false),
  KAPPA_LINEAR("kappa-linear", "two raters, grades: 1 - sum w o / sum w e; Cohen 1968", true, true),
  KAPPA_QUADRATIC("kappa-quadratic", "the same, w the square of the grades between", true, true),
  FLEISS("fleiss", "all raters, labels: (P - E) / (1 - E); Fleiss 1971", false, false),
  ALPHA("alpha", "all raters, labels: 1 - (n - 1) sum o d / sum n n d; Krippendorff", false, false),
  ALPHA_ORDINAL("alpha-ordinal", "all raters, grades in an order", false, true),
  ALPHA_INTERVAL("alpha-interval", "all raters, numbers whose differences count", false, true),
  ALPHA_RATIO("alpha-ratio", "all raters, numbers of 0 or more whose ratios count", false, true),
  PEARSON("pearson", "two raters: covariance over the standard deviations", true, true),
  SPEARMAN("spearman", "two raters: the same of the ranks, ties at their mean", true, true),
  KENDALL("kendall", "two raters: (c - d) / sqrt((m - x)(m - y)), tau-b; Kendall 1945", true, true);

  private final String word;
  private final String description;
  private final boolean isOfPairs;
  private final boolean needsNumbers;

  Statistic(String word, String description, boolean isOfPairs, boolean needsNumbers) {
    this.word = word;
    this.description = description;
    this.isOfPairs = isOfPairs;
    this.needsNumbers = needsNumbers;
  }

  /// How an interval is made where there is one.
  record Resampling(int rounds, long seed, double level) {}

  /// @param items that it is of
  record Value(OptionalDouble value, Optional<Interval> interval, int items) {}

  /// @throws CommandFailure if there is none of that name, naming those there are
  static Statistic named(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word.strip()))
        .findAny()
        .orElseThrow(() ->
            CommandFailure.badInput(
                "no statistic '%s'; there are %s"
                    .formatted(
                        word,
                        Arrays.stream(values())
                            .map(each -> each.word)
                            .collect(Collectors.joining(", ")))));
  }

  static List<String> described() {
    return Arrays.stream(values())
        .map(each -> "  %-16s %s".formatted(each.word, each.description))
        .toList();
  }

  String word() {
    return word;
  }

  /// Whether it is of two raters at a time, and not of all at once.
  boolean isOfPairs() {
    return isOfPairs;
  }

  Value of(RatingFile ratings, Resampling resampling, int... raters) {
    if (needsNumbers) {
      ratings.requireNumbers(word);
    }
    return switch (this) {
      case KAPPA -> kappa(ratings.categories(raters), Weights.PLAIN);
      case KAPPA_LINEAR -> kappa(ratings.categories(raters), Weights.LINEAR);
      case KAPPA_QUADRATIC -> kappa(ratings.categories(raters), Weights.QUADRATIC);
      case FLEISS -> fleiss(ratings.categories(raters));
      case ALPHA -> alpha(ratings, Level.NOMINAL, resampling);
      case ALPHA_ORDINAL -> alpha(ratings, Level.ORDINAL, resampling);
      case ALPHA_INTERVAL -> alpha(ratings, Level.INTERVAL, resampling);
      case ALPHA_RATIO -> alpha(ratings, Level.RATIO, resampling);
      case PEARSON, SPEARMAN, KENDALL -> correlation(ratings.numbers(raters));
    };
  }

  private Value correlation(double[][] numbers) {
    var correlation = Correlation.of(numbers[0], numbers[1]);
    var value =
        switch (this) {
          case PEARSON -> optional(correlation.pearson());
          case SPEARMAN -> optional(correlation.spearman());
          default -> KendallTau.b(numbers[0], numbers[1]);
        };
    return new Value(value, Optional.empty(), numbers[0].length);
  }

  private static Value kappa(int[][] categories, Weights weights) {
    return new Value(
        CohenKappa.of(categories[0], categories[1], weights),
        Optional.empty(),
        categories[0].length);
  }

  private static Value fleiss(int[][] categories) {
    var items = categories[0].length;
    var most = Arrays.stream(categories).flatMapToInt(Arrays::stream).max().orElse(-1);
    var counts = new int[items][most + 1];
    for (var rater : categories) {
      for (var item = 0; item < items; item++) {
        counts[item][rater[item]]++;
      }
    }
    return new Value(FleissKappa.of(counts), Optional.empty(), items);
  }

  private static Value alpha(RatingFile ratings, Level level, Resampling resampling) {
    var alpha = KrippendorffAlpha.of(ratings.units(), level);
    return new Value(
        alpha.alpha(),
        alpha.bootstrap(resampling.rounds(), resampling.seed(), resampling.level()),
        alpha.units());
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}

package palmares.launcher.agree;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.launcher.agree.Statistic.Computation;
import palmares.launcher.agree.Statistic.Needs;
import palmares.launcher.agree.Statistic.Raters;
import palmares.launcher.agree.Statistic.Value;
import palmares.scoring.agreement.CohenKappa;
import palmares.scoring.agreement.CohenKappa.Weights;
import palmares.scoring.agreement.Correlation;
import palmares.scoring.agreement.FleissKappa;
import palmares.scoring.agreement.KendallTau;
import palmares.scoring.agreement.KrippendorffAlpha;
import palmares.scoring.agreement.KrippendorffAlpha.Level;

/// How far raters of the same standing agree.
final class AgreementStatistics {

  static final List<Statistic> ALL =
      List.of(
          ofTwo(
              "kappa",
              "two raters, labels: (p - e) / (1 - e); Cohen 1960",
              Needs.LABELS,
              kappa(Weights.PLAIN)),
          ofTwo(
              "kappa-linear",
              "two raters, grades: 1 - sum w o / sum w e; Cohen 1968",
              Needs.NUMBERS,
              kappa(Weights.LINEAR)),
          ofTwo(
              "kappa-quadratic",
              "the same, w the square of the grades between",
              Needs.NUMBERS,
              kappa(Weights.QUADRATIC)),
          ofAll(
              "fleiss",
              "all raters, labels: (P - E) / (1 - E); Fleiss 1971",
              Needs.LABELS,
              AgreementStatistics::fleiss),
          ofAll(
              "alpha",
              "all raters, labels: 1 - (n - 1) sum o d / sum n n d; Krippendorff",
              Needs.LABELS,
              alpha(Level.NOMINAL)),
          ofAll(
              "alpha-ordinal",
              "all raters, grades in an order",
              Needs.NUMBERS,
              alpha(Level.ORDINAL)),
          ofAll(
              "alpha-interval",
              "all raters, numbers whose differences count",
              Needs.NUMBERS,
              alpha(Level.INTERVAL)),
          ofAll(
              "alpha-ratio",
              "all raters, numbers of 0 or more whose ratios count",
              Needs.NUMBERS,
              alpha(Level.RATIO)),
          ofTwo(
              "pearson",
              "two raters: covariance over the standard deviations",
              Needs.NUMBERS,
              correlation(numbers -> optional(Correlation.of(numbers[0], numbers[1]).pearson()))),
          ofTwo(
              "spearman",
              "two raters: the same of the ranks, ties at their mean",
              Needs.NUMBERS,
              correlation(numbers -> optional(Correlation.of(numbers[0], numbers[1]).spearman()))),
          ofTwo(
              "kendall",
              "two raters: (c - d) / sqrt((m - x)(m - y)), tau-b; Kendall 1945",
              Needs.NUMBERS,
              correlation(numbers -> KendallTau.b(numbers[0], numbers[1]))));

  private AgreementStatistics() {}

  private static Statistic ofTwo(
      String word, String description, Needs needs, Computation computation) {
    return new Statistic(word, description, Raters.EVERY_TWO, needs, computation);
  }

  private static Statistic ofAll(
      String word, String description, Needs needs, Computation computation) {
    return new Statistic(word, description, Raters.ALL, needs, computation);
  }

  private static Computation correlation(Function<double[][], OptionalDouble> measured) {
    return (ratings, bootstrap, raters) -> {
      var numbers = ratings.numbers(raters);
      return Value.of(measured.apply(numbers), numbers[0].length);
    };
  }

  private static Computation kappa(Weights weights) {
    return (ratings, bootstrap, raters) -> {
      var categories = ratings.categories(raters);
      return Value.of(CohenKappa.of(categories[0], categories[1], weights), categories[0].length);
    };
  }

  private static Value fleiss(RatingFile ratings, Object unused, int... raters) {
    var categories = ratings.categories(raters);
    var items = categories[0].length;
    var most = Arrays.stream(categories).flatMapToInt(Arrays::stream).max().orElse(-1);
    var counts = new int[items][most + 1];
    for (var rater : categories) {
      for (var item = 0; item < items; item++) {
        counts[item][rater[item]]++;
      }
    }
    return Value.of(FleissKappa.of(counts), items);
  }

  private static Computation alpha(Level level) {
    return (ratings, bootstrap, raters) -> {
      var alpha = KrippendorffAlpha.of(ratings.units(), level);
      return Value.of(
          alpha.alpha(),
          alpha.bootstrap(bootstrap.rounds(), bootstrap.seed(), bootstrap.level()),
          alpha.units());
    };
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}

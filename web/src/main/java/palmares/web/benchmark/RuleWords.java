package palmares.web.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import palmares.contract.benchmark.BenchmarkDetail;

/// The rules of a benchmark in plain words.
final class RuleWords {

  private RuleWords() {}

  static String entryRule(String rule) {
    return switch (rule) {
      case "latest" -> "The newest submission of a system stands.";
      case "best" -> "The best submission of a system stands, with the number of tries shown.";
      case "chosen" -> "The submission that its team chooses stands.";
      default -> rule;
    };
  }

  static String gaps(String policy) {
    return switch (policy) {
      case "unranked" -> "With an example left out a system is unranked, its bounds are shown.";
      case "worst" -> "An example left out counts as the worst score, and is marked.";
      case "bounds" -> "An example left out widens the score to its bounds.";
      default -> policy;
    };
  }

  static String visible(String rule) {
    return switch (rule) {
      case "nothing" -> "Nothing of single examples.";
      case "score" -> "The score of each example.";
      case "reason" -> "Score and reason of each example, never the gold.";
      case "gold" -> "Score, reason and gold of each example.";
      default -> rule;
    };
  }

  /// Categories with their weights, such as `causes ×2, people`.
  static String categories(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .map(each ->
            each.getValue() == 1 ? each.getKey() : each.getKey() + " ×" + weight(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String weight(double weight) {
    return weight == Math.rint(weight)
        ? Long.toString((long) weight)
        : String.format(Locale.ROOT, "%.2f", weight);
  }

  static String lead(BenchmarkDetail benchmark) {
    var categories = benchmark.categories().size();
    return benchmark.examples()
        + " examples"
        + (categories == 0 ? "" : " in " + categories + " categories")
        + ", measured by "
        + benchmark.mainMetric()
        + (benchmark.evaluators().size() > 1
            ? " and " + (benchmark.evaluators().size() - 1) + " more."
            : ".");
  }
}

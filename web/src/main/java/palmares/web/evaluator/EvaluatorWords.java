package palmares.web.evaluator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;

/// What is said of evaluators and their agreement.
final class EvaluatorWords {

  private static final double NEARLY = 0.9;
  private static final double MOSTLY = 0.7;
  private static final double PARTLY = 0.4;
  private static final double HARDLY = 0.1;

  private EvaluatorWords() {}

  static String count(int evaluators) {
    return evaluators == 1 ? "One evaluator" : evaluators + " evaluators";
  }

  static String kind(String kind) {
    return switch (kind) {
      case "metric" -> "automatic metric";
      case "pairwise-judge" -> "judge of pairs";
      case "reward-model" -> "reward model";
      default -> kind;
    };
  }

  static String range(EvaluatorSummary evaluator) {
    var floor = evaluator.floor();
    var ceiling = evaluator.ceiling();
    return floor == null || ceiling == null
        ? "open: its values compare within this version only"
        : number(floor) + " to " + number(ceiling);
  }

  static String where(EvaluatorSummary evaluator) {
    int live = evaluator.liveWorkers();
    if (live == 0) {
      return "no worker offers it: what needs it waits";
    }
    String workers = live == 1 ? "1 worker" : live + " workers";
    return evaluator.workers().isEmpty()
        ? workers
        : workers + ": " + String.join(", ", evaluator.workers());
  }

  /// How far two evaluators agree about the order.
  static String agreement(@Nullable Double spearman) {
    if (spearman == null) {
      return "nothing to compare: one of them gave everything the same value";
    }
    if (spearman >= NEARLY) {
      return "nearly the same order";
    }
    if (spearman >= MOSTLY) {
      return "mostly the same order";
    }
    if (spearman >= PARTLY) {
      return "partly the same order";
    }
    if (spearman >= HARDLY) {
      return "hardly the same order";
    }
    return spearman > -HARDLY ? "no common order" : "rather the opposite order";
  }

  /// Two digits, with a true minus sign; a dash where there is none.
  static String coefficient(@Nullable Double value) {
    return value == null
        ? "–"
        : String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00").replace('-', '−');
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}

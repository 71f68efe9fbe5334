package palmares.api.comparison;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.Comparison;
import palmares.contract.comparison.Comparison.OneCategory;
import palmares.contract.comparison.Comparison.Paired;
import palmares.contract.comparison.Comparison.Side;
import palmares.db.submission.ComparedView.SharedEvaluator;
import palmares.scoring.comparison.Holm;
import palmares.scoring.comparison.PairedComparison;

/// A comparison as it goes over the wire.
final class ComparisonRecords {

  private ComparisonRecords() {}

  static Comparison comparison(
      ComparedPair pair, @Nullable String category, Comparing.Made made, int leftOut) {
    var shown = made.over(category);
    return new Comparison(
        pair.spec().name(),
        pair.spec().version(),
        side(pair.left()),
        side(pair.right()),
        pair.evaluator().key(),
        pair.evaluators().stream().map(SharedEvaluator::key).toList(),
        category,
        shown.tally(),
        leftOut,
        pair.evaluator().floor(),
        paired(shown.answered()),
        paired(shown.withGaps()),
        categories(made.categories()),
        hidden(pair));
  }

  private static Side side(ComparedPair.Side side) {
    var row = side.submission();
    return new Side(
        row.id().toString(), row.system(), row.systemVersion(), row.teamName(), row.kind());
  }

  private static @Nullable String hidden(ComparedPair pair) {
    return pair.visible() == null
        ? "Single examples are shown to people who may follow both submissions, where %s lets its submitters see them."
            .formatted(pair.spec().name())
        : null;
  }

  private static List<OneCategory> categories(SortedMap<String, MadeComparison> made) {
    var raised = raised(made);
    return made.entrySet().stream()
        .map(each ->
            new OneCategory(
                each.getKey(),
                each.getValue().tally(),
                paired(each.getValue().deciding()),
                raised.get(each.getKey())))
        .toList();
  }

  /// By category, without those in which nothing decides.
  private static Map<String, Double> raised(SortedMap<String, MadeComparison> made) {
    var plain = new TreeMap<String, Double>();
    made.forEach((name, each) -> {
      var deciding = each.deciding();
      if (deciding != null) {
        plain.put(name, deciding.permutation().p());
      }
    });
    var adjusted =
        Holm.adjusted(plain.values().stream().mapToDouble(Double::doubleValue).toArray());
    var raised = new TreeMap<String, Double>();
    for (var name : plain.keySet()) {
      raised.put(name, adjusted[raised.size()]);
    }
    return raised;
  }

  private static @Nullable Paired paired(@Nullable PairedComparison found) {
    if (found == null) {
      return null;
    }
    var interval = found.interval();
    return new Paired(
        found.examples(),
        found.leftMean(),
        found.rightMean(),
        found.difference(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        Comparing.level(),
        found.signs().better(),
        found.signs().worse(),
        found.signs().ties(),
        found.permutation().p(),
        found.permutation().draws(),
        found.signs().p(),
        found.mcnemar() != null);
  }
}

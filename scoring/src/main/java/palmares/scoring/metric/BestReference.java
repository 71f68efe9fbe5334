package palmares.scoring.metric;

import java.util.function.ToDoubleFunction;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// A response counts as much as its closest reference says.
final class BestReference {

  private BestReference() {}

  /// The greatest value over the references.
  ///
  /// @throws IllegalArgumentException if there is no reference, or one is blank: every response
  ///   contains it
  static Score score(Metric metric, Example example, Gold gold, ToDoubleFunction<String> value) {
    var references = gold.references();
    if (references.isEmpty()) {
      throw new IllegalArgumentException(
          "%s needs at least one reference; example %s has none"
              .formatted(metric.key(), example.id()));
    }
    for (var i = 0; i < references.size(); i++) {
      if (references.get(i).isBlank()) {
        throw new IllegalArgumentException(
            "%s needs references with text; reference %d of example %s is blank"
                .formatted(metric.key(), i + 1, example.id()));
      }
    }
    return new Score.Scored(references.stream().mapToDouble(value).max().orElseThrow());
  }
}

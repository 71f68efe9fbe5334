package palmares.scoring.evaluator;

import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// A score by rule or reference: pure, and the same for the same input.
///
/// Implementations are final classes with a public constructor without arguments, found by
/// `@AutoService(Metric.class)`.
public non-sealed interface Metric extends Evaluator {

  /// What it gives, in words for people who read scores.
  default String summary() {
    return "a score by rule or reference";
  }

  /// The worst value this metric gives: what a gap of the candidate counts as.
  double floor();

  /// The best value this metric gives.
  double ceiling();

  /// Scores a response that is not empty.
  ///
  /// @throws IllegalArgumentException if the gold lacks what this metric compares with, naming it
  Score score(Example example, Gold gold, Response response);
}

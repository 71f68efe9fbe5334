package palmares.scoring.ranking;

import java.util.List;

/// An evaluator as somebody who says which systems are best.
sealed interface Estimator {

  String subject();

  /// One that says something of every candidate.
  sealed interface Usable extends Estimator {

    /// Its estimate of each candidate.
    double[] estimates();
  }

  /// Other examples would give it other estimates.
  ///
  /// @param rows its values of each candidate, by example
  record Changing(String subject, List<double[]> rows, Aggregate aggregate) implements Usable {

    @Override
    public double[] estimates() {
      return rows.stream().mapToDouble(aggregate::ofAll).toArray();
    }
  }

  /// Its estimates are the same whatever the examples are.
  record Fixed(String subject, double[] estimates) implements Usable {}

  /// @param reason which of the candidates it cannot speak of
  record Unusable(String subject, String reason) implements Estimator {}
}

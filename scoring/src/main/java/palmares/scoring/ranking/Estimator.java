package palmares.scoring.ranking;

import java.util.List;

/// An evaluator as somebody who says which systems are best.
sealed interface Estimator {

  String subject();

  /// @param rows its values of each candidate, by example
  /// @param resampled whether other examples would give it other estimates
  record Usable(String subject, List<double[]> rows, Aggregate aggregate, boolean resampled)
      implements Estimator {

    double[] estimates(double[] counts) {
      return rows.stream().mapToDouble(row -> aggregate.of(row, counts)).toArray();
    }
  }

  /// @param reason which of the candidates it cannot speak of
  record Unusable(String subject, String reason) implements Estimator {}
}

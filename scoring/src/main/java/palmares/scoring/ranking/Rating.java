package palmares.scoring.ranking;

import java.util.Map;
import java.util.Optional;

/// The place of one subject: ranked with a number, or listed with the reason why not.
public sealed interface Rating {

  String subject();

  /// Further numbers of the row by column name, such as `answered` or `best@3`.
  Map<String, Double> columns();

  /// Further words of the row by column name, such as `first pick`; `interval` says why a rating
  /// has none.
  Map<String, String> labels();

  /// @param interval empty where the method gives none, or where the value is constant over
  ///   examples
  /// @param rank from 1; subjects with the same value share it
  /// @param rankLow the best rank the intervals allow, see [RankRanges]
  /// @param rankHigh the worst rank the intervals allow
  /// @param tieGroup subjects with the same number cannot be told apart from the first of the group
  record Ranked(
      String subject,
      double value,
      Optional<Interval> interval,
      int rank,
      int rankLow,
      int rankHigh,
      int tieGroup,
      Map<String, Double> columns,
      Map<String, String> labels)
      implements Rating {

    public Ranked {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(subject + ": a rating must be finite: " + value);
      }
      columns = Map.copyOf(columns);
      labels = Map.copyOf(labels);
    }
  }

  /// @param reason in words, for the reader of the board
  /// @param bounds the worst and the best the value could be once its gaps are filled, where known
  record Unranked(
      String subject,
      String reason,
      Optional<Bounds> bounds,
      Map<String, Double> columns,
      Map<String, String> labels)
      implements Rating {

    public Unranked {
      columns = Map.copyOf(columns);
      labels = Map.copyOf(labels);
    }

    public Unranked(
        String subject, String reason, Optional<Bounds> bounds, Map<String, Double> columns) {
      this(subject, reason, bounds, columns, Map.of());
    }
  }

  /// The worst and the best a value can be.
  record Bounds(double low, double high) {
    public Bounds {
      if (!(low <= high)) {
        throw new IllegalArgumentException("low must not exceed high: [" + low + ", " + high + "]");
      }
    }
  }
}

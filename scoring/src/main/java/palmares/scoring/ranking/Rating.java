package palmares.scoring.ranking;

import java.util.Map;
import java.util.Optional;

/// The place of one subject: ranked with a number, or listed with the reason why not.
public sealed interface Rating {

  String subject();

  /// @param interval empty where the method gives none, or where the value is constant over
  ///   examples
  /// @param rankLow the best rank the interval allows, from 1; equal to `rank` without an interval
  /// @param rankHigh the worst rank the interval allows
  /// @param tieGroup subjects with the same number cannot be told apart from the first of the group
  /// @param columns further numbers of the row by column name, such as `answered` or `best@3`
  record Ranked(
      String subject,
      double value,
      Optional<Interval> interval,
      int rank,
      int rankLow,
      int rankHigh,
      int tieGroup,
      Map<String, Double> columns)
      implements Rating {

    public Ranked {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(subject + ": a rating must be finite: " + value);
      }
      columns = Map.copyOf(columns);
    }
  }

  /// @param reason in words, for the reader of the board
  /// @param bounds the worst and the best the value could be once its gaps are filled, where known
  record Unranked(
      String subject, String reason, Optional<Bounds> bounds, Map<String, Double> columns)
      implements Rating {

    public Unranked {
      columns = Map.copyOf(columns);
    }
  }

  record Bounds(double low, double high) {
    public Bounds {
      if (!(low <= high)) {
        throw new IllegalArgumentException("low must not exceed high: [" + low + ", " + high + "]");
      }
    }
  }
}

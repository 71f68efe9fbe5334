package palmares.api.comparison;

import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.Comparison.Tally;
import palmares.scoring.comparison.ComparisonSettings;
import palmares.scoring.comparison.PairedComparison;
import palmares.scoring.comparison.PairedScores;

/// What comes of comparing two runs over some examples.
///
/// @param withGaps over all of them with gaps at the evaluator's worst value; absent where there is
///   no gap or no such value
record MadeComparison(
    Tally tally, @Nullable PairedComparison answered, @Nullable PairedComparison withGaps) {

  /// @param notEvaluated examples beside the scores that one of the runs has nothing on
  static MadeComparison of(
      PairedScores scores, int notEvaluated, @Nullable Double worst, ComparisonSettings settings) {
    var answered = scores.answered(settings).orElse(null);
    return new MadeComparison(
        new Tally(
            scores.examples() + notEvaluated,
            scores.both(),
            scores.onlyLeft(),
            scores.onlyRight(),
            scores.neither(),
            notEvaluated),
        answered,
        worst == null || scores.both() == scores.examples()
            ? null
            : scores.withGapsAs(worst, settings).orElse(null));
  }

  /// What says who is better: with gaps where they can be counted, so that leaving some never pays.
  @Nullable PairedComparison deciding() {
    return withGaps == null ? answered : withGaps;
  }
}

package palmares.db.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// An example of a submission with its response and what each evaluator says of that.
///
/// @param sort what it is sorted by, rising: see [ExampleOrder]
/// @param text of the response, in a list its beginning; absent for a gap, and where `blob` has it
/// @param chars of the whole response
/// @param leftOut why the leaderboards leave the example out
public record EvaluatedRow(
    int ordinal,
    String example,
    List<String> tags,
    double sort,
    @Nullable String text,
    @Nullable Sha256 blob,
    @Nullable Integer chars,
    @Nullable String leftOut,
    List<Evaluation> evaluations) {

  public EvaluatedRow {
    tags = List.copyOf(tags);
    evaluations = List.copyOf(evaluations);
  }

  /// @param aspects JSON; absent where there are none
  public record Evaluation(
      int ordinal,
      String evaluator,
      @Nullable Double value,
      @Nullable String cause,
      @Nullable String aspects) {}
}

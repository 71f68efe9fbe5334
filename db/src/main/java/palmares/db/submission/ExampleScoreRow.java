package palmares.db.submission;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// What one evaluator says of one response.
///
/// @param text the response; absent for a gap, and where `blob` has it
/// @param chars characters of the response; 0 for a gap
/// @param leftOut why the leaderboards leave the example out
public record ExampleScoreRow(
    int ordinal,
    String example,
    int evaluatorVersion,
    String evaluator,
    @Nullable Double value,
    @Nullable String cause,
    Map<String, Double> aspects,
    @Nullable String text,
    @Nullable Sha256 blob,
    int chars,
    @Nullable String leftOut) {

  public ExampleScoreRow {
    aspects = Map.copyOf(aspects);
  }
}

package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ExampleLine.MessageLine;

/// One example of a submission, with what each evaluator says of its response, as far as the
/// benchmark lets its submitters see.
///
/// @param response in a list cut to [#LONGEST_IN_LIST] characters; absent for a gap
/// @param chars characters of the whole response
/// @param disagreement how far apart the evaluators place it, 0..1, each measured on the range of
///   values that it gave to this submission; present in a list by disagreement
/// @param messages the example itself; absent in a list
/// @param references the gold, where submitters may see it; empty in a list
/// @param leftOut why the leaderboards leave the example out; absent if it counts on them
@Serdeable
public record EvaluatedExample(
    String example,
    List<String> tags,
    @Nullable String response,
    @Nullable Integer chars,
    @Nullable Double disagreement,
    List<Evaluation> evaluations,
    List<MessageLine> messages,
    List<String> references,
    @Nullable String leftOut) {

  public static final int LONGEST_IN_LIST = 300;

  /// @param value absent for a gap, which then has a cause
  /// @param reason in parts, such as the checks of a checklist
  @Serdeable
  public record Evaluation(
      String evaluator,
      @Nullable Double value,
      @Nullable String cause,
      Map<String, Double> reason) {}
}

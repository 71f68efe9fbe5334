package palmares.contract.comparison;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.submission.EvaluatedExample.Evaluation;

/// One example with what two submissions gave for it.
///
/// @param difference left minus right by the evaluator asked for; absent where one has no value
/// @param messages the example itself; absent in a list
/// @param references the gold, where submitters may see it; empty in a list
/// @param leftOut why the leaderboards leave the example out; absent if it counts on them
/// @param before and `after`: names of the neighbours among the examples asked for; absent in a
///   list
@Serdeable
public record ComparedExample(
    String example,
    List<String> tags,
    @Nullable Double difference,
    Given left,
    Given right,
    List<MessageLine> messages,
    List<String> references,
    @Nullable String leftOut,
    @Nullable String before,
    @Nullable String after) {

  /// @param response in a list cut to [EvaluatedExample#LONGEST_IN_LIST] characters; absent for a
  ///   gap
  /// @param chars characters of the whole response
  @Serdeable
  public record Given(
      @Nullable String response, @Nullable Integer chars, List<Evaluation> evaluations) {}
}

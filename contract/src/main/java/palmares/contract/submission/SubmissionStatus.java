package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a submission stands, and what happens next by itself.
///
/// @param state active, cancelling, complete, partial, cancelled or stopped
/// @param stage what is being done while active: generate, score, reward, settle
/// @param waitingFor in words, such as `a worker with rouge-l@2`; absent when work goes on
/// @param since when the state began
/// @param next in words; absent at the end
/// @param jobs number of jobs by state
/// @param failures reasons of failed jobs, in words
@Serdeable
public record SubmissionStatus(
    String id,
    String benchmark,
    String version,
    String team,
    String system,
    String kind,
    String state,
    @Nullable String stage,
    @Nullable String waitingFor,
    Instant since,
    @Nullable String next,
    Instant submittedAt,
    @Nullable Instant withdrawnAt,
    boolean baseline,
    int examples,
    int responses,
    Map<String, Integer> jobs,
    List<String> failures,
    List<EvaluatorProgress> evaluators) {

  /// @param scored examples with a value
  /// @param unscored examples with a gap of the candidate's own
  @Serdeable
  public record EvaluatorProgress(
      String evaluator, int scored, int unscored, @Nullable Double mean) {}
}

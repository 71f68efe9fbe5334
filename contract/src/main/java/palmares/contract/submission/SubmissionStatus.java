package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a submission stands, and what happens next by itself.
///
/// @param team absent where its system is anonymous to who asks; `system` is then its number, and
///   the card tells nothing
/// @param state active, cancelling, stopping, complete, partial, cancelled or stopped
/// @param stage what is being done while active: generate, score, reward, settle
/// @param waitingFor in words, such as `a worker with rouge-l@2`; absent when work goes on
/// @param waitingSince when that began to be so; absent when work goes on
/// @param since when the state began
/// @param next in words; absent at the end
/// @param chosenAt when its owner has chosen it to stand for its system; absent if another stands
/// @param jobs number of jobs by state
/// @param failures reasons of failed jobs, in words
/// @param stages in their order, those to come included
/// @param queue absent once nothing is left to do
/// @param costs what its runs cost so far; empty where none of it was counted, which is not nothing
@Serdeable
public record SubmissionStatus(
    String id,
    String benchmark,
    String version,
    @Nullable String team,
    String system,
    String kind,
    String state,
    @Nullable String stage,
    @Nullable String waitingFor,
    @Nullable Instant waitingSince,
    Instant since,
    @Nullable String next,
    Instant submittedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant chosenAt,
    boolean baseline,
    int examples,
    int responses,
    Map<String, Integer> jobs,
    List<String> failures,
    List<EvaluatorProgress> evaluators,
    List<StageProgress> stages,
    @Nullable Queue queue,
    List<Cost> costs,
    SystemCard card) {

  /// @param unit money or tokens
  /// @param spent tokens, or millionths of the platform's currency
  /// @param reserved of the same, for work that has not ended
  @Serdeable
  public record Cost(String unit, long spent, long reserved) {}

  /// @param state done, now or next; cut short where the run ended before it was done
  /// @param done and `expected`: responses, or what evaluators say of responses
  /// @param secondsLeft from the pace so far; absent while that says nothing
  @Serdeable
  public record StageProgress(
      String stage, String state, int done, int expected, @Nullable Integer secondsLeft) {}

  /// The line that its jobs stand in.
  ///
  /// @param waiting jobs of its own that wait, and `inWork`: that are worked on
  /// @param ahead jobs of the same team that go first
  /// @param others waiting jobs of other teams, which take turns with this one
  /// @param slots jobs that the workers there are do at once
  @Serdeable
  public record Queue(int waiting, int inWork, int ahead, int others, int slots) {}

  /// What its team says of the system, as it was when this was submitted.
  ///
  /// @param system its id; absent where it is anonymous to who asks
  /// @param anonymousName what everyone but its team and administrators sees in place of its name;
  ///   absent once it is published
  @Serdeable
  public record SystemCard(
      @Nullable String system,
      @Nullable String anonymousName,
      int version,
      @Nullable String builtIn,
      @Nullable String baseModel,
      @Nullable String licence,
      @Nullable String description,
      List<String> links) {}

  /// @param scored examples with a value
  /// @param unscored examples with a gap of the candidate's own
  @Serdeable
  public record EvaluatorProgress(
      String evaluator, int scored, int unscored, @Nullable Double mean) {}
}

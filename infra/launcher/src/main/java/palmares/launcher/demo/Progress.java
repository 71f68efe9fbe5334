package palmares.launcher.demo;

import java.util.List;
import palmares.contract.submission.SubmissionStatus;

/// How far the runs of the demo are.
///
/// @param responses given so far, empty ones included
/// @param scores values and gaps so far, of all evaluators
/// @param abstained responses that were empty
record Progress(
    int submissions, int ended, int generating, int responses, int scores, int abstained) {

  static Progress of(List<SubmissionStatus> all) {
    return new Progress(
        all.size(),
        (int) all.stream().filter(Progress::hasEnded).count(),
        (int) all.stream().filter(status -> "generate".equals(status.stage())).count(),
        all.stream().mapToInt(SubmissionStatus::responses).sum(),
        all.stream()
            .flatMap(status -> status.evaluators().stream())
            .mapToInt(evaluator -> evaluator.scored() + evaluator.unscored())
            .sum(),
        all.stream()
            .mapToInt(status ->
                status.evaluators().stream()
                    .mapToInt(SubmissionStatus.EvaluatorProgress::unscored)
                    .max()
                    .orElse(0))
            .sum());
  }

  boolean isOver() {
    return ended == submissions;
  }

  static boolean hasEnded(SubmissionStatus status) {
    return switch (status.state()) {
      case "complete", "partial", "cancelled", "stopped" -> true;
      default -> false;
    };
  }
}

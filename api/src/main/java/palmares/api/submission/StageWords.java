package palmares.api.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus.StageProgress;
import palmares.db.job.QueueView.StageJobs;
import palmares.db.job.Run;
import palmares.db.job.RunState;
import palmares.db.job.Stage;
import palmares.db.submission.SubmissionRow;

/// Says how far each stage of a run is, and how long the one at work still takes at its pace.
final class StageWords {

  /// Before this much of a stage is done, its pace says more about its start than about its end.
  private static final double TELLING = 0.1;

  private static final double SECONDS_TELLING = 2;

  private StageWords() {}

  static List<StageProgress> stages(SubmissionRow row, Run run, StatusWords.Work work) {
    var stages = new ArrayList<StageProgress>();
    for (var stage : Stage.values()) {
      var expected = expected(run, work, stage);
      if (expected > 0) {
        var done = done(row, work, stage);
        stages.add(
            new StageProgress(
                stage.word(),
                state(run, stage, done >= expected),
                done,
                expected,
                secondsLeft(run, work, stage, (double) done / expected)));
      }
    }
    return stages;
  }

  private static int expected(Run run, StatusWords.Work work, Stage stage) {
    var spec = run.spec();
    return switch (stage) {
      case GENERATE -> spec.system() == null ? 0 : spec.expected();
      case SCORE, REWARD ->
          spec.expected()
              * (int) spec.evaluators().stream().filter(part -> part.stage() == stage).count();
      case PAIR -> work.pairings();
      case IMPORT -> 0;
    };
  }

  private static int done(SubmissionRow row, StatusWords.Work work, Stage stage) {
    return switch (stage) {
      case GENERATE -> row.responses();
      case SCORE, PAIR, REWARD ->
          work.progress().stream()
              .filter(each -> each.stage().equals(stage.word()))
              .mapToInt(each -> each.scored() + each.unscored())
              .sum();
      case IMPORT -> 0;
    };
  }

  private static String state(Run run, Stage stage, boolean isDone) {
    if (run.state() != RunState.ACTIVE) {
      return isDone || run.state() == RunState.COMPLETE ? "done" : "cut short";
    }
    var before = stage.compareTo(run.stage());
    return before == 0 ? "now" : before < 0 ? "done" : "next";
  }

  private static @Nullable Integer secondsLeft(
      Run run, StatusWords.Work work, Stage stage, double done) {
    if (run.state() != RunState.ACTIVE
        || stage != run.stage()
        || run.retryOf() != null
        || run.rescoreOf() != null
        || !work.missingOffers().isEmpty()
        || work.laterAttempt() != null
        || done < TELLING) {
      return null;
    }
    return work.stages().stream()
        .filter(each -> each.stage().equals(stage.word()))
        .map(StageJobs::seconds)
        .filter(seconds -> seconds != null && seconds >= SECONDS_TELLING)
        .map(seconds -> (int) Math.ceil(seconds * (1 - done) / done))
        .findFirst()
        .orElse(null);
  }
}

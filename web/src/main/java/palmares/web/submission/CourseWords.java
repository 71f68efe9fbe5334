package palmares.web.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.Queue;
import palmares.contract.submission.SubmissionStatus.StageProgress;
import palmares.contract.submission.TimelineEvent;
import palmares.web.submission.Step.Progress;
import palmares.web.submission.Step.When;

/// Tells a submission's course as a person would: what happened, what goes on, what comes by
/// itself.
final class CourseWords {

  private CourseWords() {}

  static List<Step> steps(Course course) {
    var steps = new ArrayList<Step>();
    var runs = 0;
    for (var event : course.timeline()) {
      runs += event.kind().equals("run-started") ? 1 : 0;
      var step = past(event, course.status(), runs);
      if (step != null && !repeats(steps, step)) {
        steps.add(step);
      }
    }
    for (var stage : course.status().stages()) {
      if (stage.state().equals("now")) {
        steps.add(now(stage, course.status()));
      } else if (stage.state().equals("next")) {
        steps.add(next(stage.stage(), future(stage, course.status())));
      }
    }
    if (course.status().state().equals("active")) {
      steps.add(next("ranked", "Ranked on its leaderboards"));
    }
    return steps;
  }

  private static @Nullable Step past(TimelineEvent event, SubmissionStatus status, int runs) {
    return switch (event.kind()) {
      case "stage-started" -> null;
      case "run-started" ->
          runs == 1 ? null : step(event, When.PAST, "What failed was begun again, in a new run.");
      case "stage-ended" -> step(event, When.PAST, ended(event, status));
      case "job-retried" -> again(event);
      case "job-failed" -> step(event, When.LOOK, event.text());
      case "run-ended" ->
          step(
              event,
              "complete".equals(event.detail().get("state")) ? When.PAST : When.LOOK,
              switch (event.detail().getOrDefault("state", "")) {
                case "complete" -> "Everything is evaluated.";
                case "partial" -> "Ended with gaps: some jobs failed.";
                default -> event.text();
              });
      default -> step(event, When.PAST, event.text());
    };
  }

  private static Step again(TimelineEvent event) {
    var reason = event.detail().get("reason");
    var offer = event.detail().get("offer");
    return reason == null || offer == null
        ? step(event, When.PAST, event.text())
        : new Step(
            Integer.toString(event.seq()),
            When.PAST,
            "Part of the work by " + offer + " is done again.",
            event.at(),
            reason + ". Costs you nothing.",
            null);
  }

  private static Step step(TimelineEvent event, When when, String text) {
    return new Step(Integer.toString(event.seq()), when, text, event.at(), null, null);
  }

  // A hundred jobs that go back in line for one reason are one thing to know.
  private static boolean repeats(List<Step> steps, Step step) {
    return !steps.isEmpty() && steps.getLast().text().equals(step.text());
  }

  private static String ended(TimelineEvent event, SubmissionStatus status) {
    var stage = event.detail().getOrDefault("stage", "");
    var evaluators = evaluators(stage, status);
    return switch (stage) {
      case "generate" -> "Its system was run: " + counted(status.responses(), "response") + ".";
      case "score" -> "Scored by " + counted(evaluators, "automatic metric") + ".";
      case "pair" -> "Compared with other systems, pair by pair.";
      case "reward" -> "Rewarded by " + counted(evaluators, "reward model") + ".";
      default -> event.text();
    };
  }

  private static Step now(StageProgress stage, SubmissionStatus status) {
    var evaluators = evaluators(stage.stage(), status);
    var doing =
        switch (stage.stage()) {
          case "generate" -> "Running its system";
          case "score" -> "Scoring by " + counted(evaluators, "automatic metric");
          case "pair" -> "Comparing it with other systems, pair by pair";
          case "reward" -> "Rewarding by " + counted(evaluators, "reward model");
          default -> "At work: " + stage.stage();
        };
    return new Step(
        "stage-" + stage.stage(),
        When.NOW,
        doing + ": " + stage.done() + " of " + stage.expected(),
        null,
        line(status),
        new Progress(stage.done(), stage.expected()));
  }

  private static String future(StageProgress stage, SubmissionStatus status) {
    var evaluators = evaluators(stage.stage(), status);
    return switch (stage.stage()) {
      case "score" -> "Scored by " + counted(evaluators, "automatic metric");
      case "pair" -> "Compared with other systems";
      case "reward" -> "Rewarded by " + counted(evaluators, "reward model");
      default -> stage.stage();
    };
  }

  private static Step next(String key, String text) {
    return new Step("next-" + key, When.NEXT, text, null, null, null);
  }

  private static int evaluators(String stage, SubmissionStatus status) {
    return status.examples() == 0
        ? 0
        : status.stages().stream()
            .filter(each -> each.stage().equals(stage))
            .mapToInt(each -> each.expected() / status.examples())
            .sum();
  }

  /// What the jobs wait for, and who is served before them.
  private static @Nullable String line(SubmissionStatus status) {
    if (status.waitingFor() != null) {
      return "Waiting for " + status.waitingFor() + ". It goes on by itself.";
    }
    var queue = status.queue();
    if (queue == null) {
      return null;
    }
    if (queue.slots() == 0) {
      return "No worker for it is there. It starts by itself when one comes.";
    }
    return queue.inWork() == 0 ? waiting(queue) : inWork(queue);
  }

  private static String inWork(Queue queue) {
    return counted(queue.inWork(), "job")
        + " in work"
        + (queue.waiting() == 0 ? "" : ", " + queue.waiting() + " in line")
        + others(queue)
        + ".";
  }

  private static String waiting(Queue queue) {
    return "In line: "
        + (queue.ahead() == 0
            ? "next of your team"
            : counted(queue.ahead(), "job") + " of your team go first")
        + others(queue)
        + ".";
  }

  private static String others(Queue queue) {
    return queue.others() == 0
        ? ""
        : "; "
            + counted(queue.others(), "job")
            + " of other teams take turns with yours for "
            + counted(queue.slots(), "slot");
  }

  static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}

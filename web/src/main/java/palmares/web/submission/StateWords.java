package palmares.web.submission;

import java.time.Duration;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.StageProgress;
import palmares.web.page.Moment;
import palmares.web.page.Tone;

/// Where a submission stands, in one or two sentences.
final class StateWords {

  private StateWords() {}

  static boolean ended(SubmissionStatus status) {
    return switch (status.state()) {
      case "active", "cancelling", "stopping" -> false;
      default -> true;
    };
  }

  /// The state in a word, for lists.
  static String word(SubmissionStatus status) {
    if (status.withdrawnAt() != null) {
      return "withdrawn";
    }
    return switch (status.state()) {
      case "active" -> status.waitingFor() == null ? "at work" : "waiting";
      default -> status.state();
    };
  }

  static Tone tone(SubmissionStatus status) {
    return switch (word(status)) {
      case "complete" -> Tone.GOOD;
      case "at work" -> Tone.HERE;
      case "waiting", "partial", "stopped" -> Tone.LOOK;
      default -> Tone.QUIET;
    };
  }

  static String of(SubmissionStatus status) {
    if (status.withdrawnAt() != null) {
      return "Withdrawn: it is on no leaderboard any more.";
    }
    return switch (status.state()) {
      case "active" -> active(status);
      case "cancelling" -> "Being cancelled: workers let go of its jobs.";
      case "stopping" -> "A budget is spent: being stopped.";
      case "complete" -> "Complete: everything is evaluated.";
      case "partial" -> "Ended with gaps: what failed is listed below.";
      case "cancelled" -> "Cancelled. What was evaluated stays and is never ranked.";
      case "stopped" -> "Stopped by its budget.";
      default -> status.state();
    };
  }

  private static String active(SubmissionStatus status) {
    if (status.waitingFor() != null) {
      return "Waiting for "
          + status.waitingFor()
          + (status.waitingSince() == null ? "" : " since " + Moment.words(status.waitingSince()))
          + ". Nothing for you to do.";
    }
    String stage =
        status.stage() == null
            ? "At work."
            : switch (status.stage()) {
              case "generate" -> "Its system is being run.";
              case "score", "reward" -> "Being evaluated.";
              case "pair" -> "Being compared with other systems.";
              case "settle" -> "Being settled.";
              default -> "At work: " + status.stage() + ".";
            };
    return stage + left(status) + " Nothing for you to do.";
  }

  private static String left(SubmissionStatus status) {
    return status.stages().stream()
        .filter(each -> each.state().equals("now"))
        .map(StageProgress::secondsLeft)
        .filter(seconds -> seconds != null)
        .map(seconds -> " About " + about(Duration.ofSeconds(seconds)) + " left in this stage.")
        .findFirst()
        .orElse("");
  }

  // No finer than the guess is.
  private static String about(Duration left) {
    if (left.toHours() >= 2) {
      return left.toHours() + " hours";
    }
    if (left.toSeconds() >= 90) {
      return (left.toSeconds() + 30) / 60 + " minutes";
    }
    return left.toSeconds() > 20 ? "a minute" : "a few seconds";
  }
}

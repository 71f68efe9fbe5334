package palmares.web.submission;

import palmares.contract.submission.SubmissionStatus;
import palmares.web.page.Instants;

/// Where a submission stands, in one or two sentences.
final class StateWords {

  private StateWords() {}

  static boolean ended(SubmissionStatus status) {
    return switch (status.state()) {
      case "active", "cancelling" -> false;
      default -> true;
    };
  }

  static String of(SubmissionStatus status) {
    String state =
        switch (status.state()) {
          case "active" -> active(status);
          case "cancelling" -> "Being cancelled.";
          case "complete" -> "Complete: everything is evaluated.";
          case "partial" -> "Ended with gaps: what failed is listed below.";
          case "cancelled" -> "Cancelled. What was evaluated stays and is never ranked.";
          case "stopped" -> "Stopped by its budget.";
          default -> status.state();
        };
    return status.next() == null ? state : state + " Next: " + status.next() + ".";
  }

  private static String active(SubmissionStatus status) {
    String stage =
        status.stage() == null
            ? "At work."
            : switch (status.stage()) {
              case "generate" -> "Its system is being run.";
              case "score", "reward" -> "Being evaluated.";
              case "settle" -> "Being settled.";
              default -> "At work: " + status.stage() + ".";
            };
    return status.waitingFor() == null
        ? stage
        : stage
            + " Waiting for "
            + status.waitingFor()
            + " since "
            + Instants.time(status.since())
            + " UTC.";
  }
}

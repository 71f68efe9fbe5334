package palmares.api.submission;

import java.util.Map;
import java.util.TreeMap;
import palmares.contract.submission.TimelineEvent;
import palmares.db.event.Event;
import palmares.db.submission.SubmissionRow;

/// Puts the events of a submission in plain words.
final class TimelineWords {

  private TimelineWords() {}

  /// @param row as whoever reads it sees it
  static TimelineEvent event(Event event, SubmissionRow row) {
    var detail = row.hidesItsTeam() ? withoutPeople(event.detail(), row) : event.detail();
    return new TimelineEvent(
        event.seq(), event.kind(), event.at(), text(event.kind(), detail), detail);
  }

  private static Map<String, String> withoutPeople(Map<String, String> detail, SubmissionRow row) {
    var left = new TreeMap<>(detail);
    left.computeIfPresent("by", (by, name) -> row.system());
    return left;
  }

  /// Kinds that later versions add are shown as they are called.
  private static String text(String kind, Map<String, String> detail) {
    return switch (kind) {
      case "received" -> received(detail);
      case "rescore" ->
          "The benchmark's gold was mended (revision %s: %s); the same responses are scored again."
              .formatted(of(detail, "revision"), of(detail, "reason"));
      case "counts-again" ->
          "It is left out of the leaderboards no longer; it is compared with those that it did not meet meanwhile.";
      case "imported" ->
          "Imported by %s: claimed elsewhere, not measured here.".formatted(of(detail, "by"));
      case "run-started" -> "A run was started.";
      case "stage-started" ->
          "The stage %s began, in %s."
              .formatted(of(detail, "stage"), counted(of(detail, "jobs"), "job"));
      case "stage-ended" -> "The stage " + of(detail, "stage") + " ended.";
      case "paired" ->
          "%s compares it with %s ready before it."
              .formatted(of(detail, "offer"), counted(of(detail, "opponents"), "system"));
      case "job-retried" ->
          "A job of the stage %s with %s goes back in line: %s"
              .formatted(of(detail, "stage"), of(detail, "offer"), of(detail, "reason"));
      case "job-failed" ->
          "A job of the stage %s with %s failed for good: %s"
              .formatted(of(detail, "stage"), of(detail, "offer"), of(detail, "reason"));
      case "cancelling" -> "It is being cancelled.";
      case "stopping" -> "It is being stopped: " + of(detail, "reason") + ".";
      case "run-ended" -> "The run ended: " + of(detail, "state") + ".";
      case "chosen" -> "It was chosen to stand on the leaderboards by " + of(detail, "by") + ".";
      case "published" ->
          "Its system was published by " + of(detail, "by") + ": everyone may know whose it is.";
      case "withdrawn" -> "It was withdrawn by " + of(detail, "by") + ".";
      default -> kind.replace('-', ' ') + ".";
    };
  }

  private static String received(Map<String, String> detail) {
    var missing = of(detail, "missing");
    return "Received from %s with %s%s."
        .formatted(
            of(detail, "by"),
            counted(of(detail, "responses"), "response"),
            missing.equals("0") ? "" : ", " + missing + " missing");
  }

  private static String counted(String number, String what) {
    return number + " " + what + (number.equals("1") ? "" : "s");
  }

  private static String of(Map<String, String> detail, String name) {
    return detail.getOrDefault(name, "?");
  }
}

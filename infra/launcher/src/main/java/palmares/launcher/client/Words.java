package palmares.launcher.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmitAnswer;
import palmares.launcher.terminal.SafeText;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;

/// What the platform answers, as a person reads it; the same words as the client of one Python
/// file.
final class Words {

  private static final List<String> ENDED = List.of("complete", "partial", "cancelled", "stopped");

  private Words() {}

  static boolean isAtEnd(SubmissionStatus now) {
    return ENDED.contains(now.state());
  }

  static String of(SubmissionStatus now) {
    var text = new StringBuilder(SafeText.oneLine(now.system()) + ": " + now.state());
    if (!isAtEnd(now)) {
      var all = now.jobs().values().stream().mapToInt(Integer::intValue).sum();
      text.append(
          ", %s, %d of %d jobs done"
              .formatted(
                  now.stage() == null ? "-" : now.stage(),
                  now.jobs().getOrDefault("done", 0),
                  all));
      if (now.waitingFor() != null) {
        var since = Objects.requireNonNullElse(now.waitingSince(), now.since());
        text.append(
            "; waits for %s since %s".formatted(SafeText.oneLine(now.waitingFor()), time(since)));
      }
    }
    now.failures()
        .forEach(failure -> text.append("\n  failed: ").append(SafeText.oneLine(failure)));
    return text.toString();
  }

  /// One line for each evaluator of a run.
  static String evaluators(SubmissionStatus now) {
    if (now.evaluators().isEmpty()) {
      return "";
    }
    var table =
        TextTable.of(
            Column.words("  evaluator"),
            Column.numbers("scored"),
            Column.numbers("of"),
            Column.numbers("mean"));
    now.evaluators()
        .forEach(evaluator ->
            table.row(
                "  " + evaluator.evaluator(),
                Integer.toString(evaluator.scored()),
                Integer.toString(now.examples()),
                number(evaluator.mean(), "%.4f")));
    return table.toString();
  }

  static String of(SubmitAnswer answer) {
    var missing = answer.missing() > 0 ? ", %d missing".formatted(answer.missing()) : "";
    var quota =
        answer.quotaLeft() == null
            ? ""
            : "; %d submissions left today".formatted(answer.quotaLeft());
    return answer.id() == null
        ? "would be taken: %d responses%s%s".formatted(answer.responses(), missing, quota)
        : "submission %s: %d responses%s%s"
            .formatted(answer.id(), answer.responses(), missing, quota);
  }

  static String time(@Nullable Instant time) {
    return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// The same on every machine, whatever its language.
  static String number(@Nullable Double value, String format) {
    return value == null ? "" : String.format(Locale.ROOT, format, value);
  }
}

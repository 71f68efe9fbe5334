package palmares.launcher.client;

import java.util.ArrayList;
import java.util.stream.Collectors;
import palmares.contract.imported.ImportReport;
import palmares.contract.imported.ImportReport.Reason;

/// The report of an import as a person reads it.
final class ImportText {

  private static final int FEW = 4;

  private ImportText() {}

  static String of(ImportReport report, boolean check) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s: %d of %d rows %s, decided by %s"
            .formatted(
                systems(report),
                report.taken(),
                report.rows(),
                outcome(report, check),
                report.rater()));
    lines.add(
        "  benchmark %s %s (%s), %s"
            .formatted(
                report.benchmark(),
                report.version(),
                report.newVersion() ? "made for it" : "known",
                report.examples() == 1 ? "1 prompt" : report.examples() + " prompts"));
    report.skipped().forEach(reason -> lines.add("  left out: " + words(reason)));
    report.noticed().forEach(reason -> lines.add("  noticed:  " + words(reason)));
    report.leaderboards().forEach(board -> lines.add("  leaderboard " + board));
    lines.add("  claimed elsewhere, not measured here");
    return String.join("\n", lines);
  }

  private static String outcome(ImportReport report, boolean check) {
    if (report.repeated()) {
      return "were imported before, exactly like this: nothing has changed";
    }
    return check ? "would be imported" : "imported";
  }

  static String systems(ImportReport report) {
    if (report.kind().equals("alpaca-eval")) {
      return String.join(" against ", report.systems());
    }
    var first = report.systems().stream().limit(FEW).collect(Collectors.joining(", "));
    var more = report.systems().size() - FEW;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String words(Reason reason) {
    var more = reason.rows() > reason.firstLines().size() ? ", ..." : "";
    return "%d x %s (line%s %s%s)"
        .formatted(
            reason.rows(),
            reason.reason(),
            reason.rows() == 1 ? "" : "s",
            reason.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            more);
  }
}

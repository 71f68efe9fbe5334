package palmares.web.imported;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import palmares.contract.imported.ImportReport;
import palmares.contract.imported.ImportReport.Reason;

/// What a report of an import says, in words.
final class ImportWords {

  private static final int NAMED = 5;

  private ImportWords() {}

  static String kind(ImportReport report) {
    return switch (report.kind()) {
      case "alpaca-eval" -> "preferences, as AlpacaEval keeps them";
      case "battles" -> "battles";
      default -> report.kind();
    };
  }

  /// Whether everything was taken, or how much was not.
  static String taken(ImportReport report) {
    int skipped = report.skipped().stream().mapToInt(Reason::rows).sum();
    int noticed = report.noticed().stream().mapToInt(Reason::rows).sum();
    var taken =
        skipped == 0
            ? "All " + rows(report.rows()) + " were taken"
            : "%s of %s were taken, %s left out"
                .formatted(number(report.taken()), rows(report.rows()), number(skipped));
    return taken + (noticed == 0 ? "." : "; " + number(noticed) + " with a remark.");
  }

  /// The first names, and how many more there are.
  static String names(List<String> all) {
    var first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = all.size() - NAMED;
    return more > 0 ? first + " and " + number(more) + " more" : first;
  }

  /// Where the first rows of a reason begin.
  static String lines(Reason reason) {
    if (reason.firstLines().isEmpty()) {
      return "–";
    }
    var lines =
        reason.firstLines().stream().map(ImportWords::number).collect(Collectors.joining(", "));
    return reason.rows() > reason.firstLines().size() ? lines + ", …" : lines;
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : number(count) + " rows";
  }

  static String number(int count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }
}

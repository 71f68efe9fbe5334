package palmares.web.leaderboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.page.Instants;

/// Why systems of the visitor's teams have no rank on a board.
final class NotHere {

  private NotHere() {}

  /// @param submission to read more of
  record Reason(String system, String submission, String words) {}

  /// One reason for each system without a rank.
  ///
  /// @param mine newest first, as the API lists them
  static List<Reason> of(Board board, List<SubmissionStatus> mine) {
    var newest = new LinkedHashMap<String, SubmissionStatus>();
    mine.forEach(each -> newest.putIfAbsent(each.team() + "\u0000" + each.system(), each));
    var reasons = new ArrayList<Reason>();
    for (var submission : newest.values()) {
      var row = row(board, submission);
      if (row == null || row.rank() == null) {
        String why = row != null && row.reason() != null ? row.reason() : why(board, submission);
        reasons.add(new Reason(submission.system(), submission.id(), why));
      }
    }
    return reasons;
  }

  private static @org.jspecify.annotations.Nullable Row row(Board board, SubmissionStatus mine) {
    return board.rows().stream()
        .filter(
            row -> row.subject().equals(mine.system()) && Objects.equals(mine.team(), row.team()))
        .findFirst()
        .orElse(null);
  }

  private static String why(Board board, SubmissionStatus mine) {
    if (!mine.version().equals(board.version())) {
      return "submitted to version "
          + mine.version()
          + "; this board ranks version "
          + board.version();
    }
    if (mine.withdrawnAt() != null) {
      return "withdrawn on " + Instants.day(mine.withdrawnAt());
    }
    return switch (mine.state()) {
      case "active" ->
          mine.waitingFor() == null
              ? "still being evaluated"
              : "still being evaluated, waiting for " + mine.waitingFor();
      case "cancelling", "cancelled" -> "cancelled; what was evaluated is never ranked";
      case "stopped" -> "stopped by its budget before everything was evaluated";
      default ->
          board.builtAt() == null || !mine.since().isBefore(board.builtAt())
              ? "ended after this snapshot was made; the next one takes it in"
              : leftOut(board);
    };
  }

  private static String leftOut(Board board) {
    var provenance = board.provenance();
    if (provenance != null && provenance.claimedBy() != null) {
      return "measured here; this board shows what "
          + provenance.claimedBy()
          + " measured elsewhere";
    }
    if (board.rows().stream().noneMatch(row -> row.subjectKind().equals("system"))) {
      return "this board ranks no systems";
    }
    return "ended before this snapshot was made and is not in it: its benchmark's organisers can"
        + " build the board anew";
  }
}

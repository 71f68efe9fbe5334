package palmares.web.leaderboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

/// Boards and rows for tests, with defaults for all but what matters.
final class Boards {

  private Boards() {}

  static Board of(Row... rows) {
    return snapshot(14, rows);
  }

  static Board snapshot(long revision, Row... rows) {
    return new Board(
        "b",
        "main",
        "Who is better?",
        "short-reading",
        "1",
        "n-" + revision,
        revision,
        "00",
        Instant.parse("2026-11-21T10:41:02Z"),
        "wb-score@1",
        Map.of("evaluator", "checklist@2", "level", "0.95"),
        List.of(rows),
        List.of(),
        List.of(),
        null);
  }

  static Row ranked(
      String subject,
      int low,
      int high,
      double value,
      @Nullable Double from,
      @Nullable Double to,
      Map<String, Double> columns) {
    return new Row(
        subject,
        "system",
        "y",
        "s",
        "vision",
        "built-in",
        false,
        null,
        low,
        low,
        high,
        1,
        value,
        from,
        to,
        null,
        null,
        null,
        columns,
        Map.of());
  }

  static Row ranked(String subject, int low, int high, double value, double from, double to) {
    return ranked(subject, low, high, value, from, to, Map.of("answered", 60.0));
  }

  static Row at(String subject, int rank) {
    return row(subject, rank, rank, null);
  }

  static Row tied(String subject, int rank, int group) {
    return row(subject, rank, group, null);
  }

  /// The row of a submission that was sent then.
  static Row sent(String subject, Instant at) {
    return row(subject, 1, 1, at);
  }

  private static Row row(String subject, int rank, int tieGroup, @Nullable Instant at) {
    return new Row(
        subject,
        "system",
        "y",
        "s",
        "vision",
        "built-in",
        false,
        at,
        rank,
        rank,
        rank,
        tieGroup,
        -rank * 1.0,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of());
  }

  static Row unranked(String subject, String reason) {
    return new Row(
        subject,
        "system",
        "y",
        "s",
        "vision",
        "outputs",
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        reason,
        -34.1,
        45.1,
        Map.of("answered", 34.0, "missing", 26.0),
        Map.of());
  }
}

package palmares.api.imported;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import palmares.api.RunningApi;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.db.Json;

/// Boards of an api, once they are built.
final class Boards {

  private final RunningApi api;

  Boards(RunningApi api) {
    this.api = api;
  }

  /// The board of that name, with at least so many rows.
  Board built(String benchmark, String name, int rows) {
    var id =
        api.column(
                """
                select l.id from leaderboard l join benchmark_version v on v.id = l.benchmark_version_id
                join benchmark b on b.id = v.benchmark_id where b.name = '%s' and l.name = '%s'
                order by v.no desc\
                """
                    .formatted(benchmark, name))
            .getFirst();
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> Json.read(api.anonymous().get("leaderboards/" + id).text(), Board.class),
            board -> board.rows() != null && board.rows().size() >= rows);
  }

  static Row row(Board board, String subject) {
    return board.rows().stream()
        .filter(row -> row.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + subject + " in " + board.rows()));
  }
}

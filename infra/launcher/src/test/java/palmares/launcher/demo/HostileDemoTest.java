package palmares.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;
import palmares.launcher.Shell;
import palmares.launcher.terminal.SafeText;

/// Invariant 26 for what the demo tells: on a deployment, its boards hold names of others too.
class HostileDemoTest {

  @TempDir Path folder;

  @Test
  void itsBoardsStayLinesOfText() {
    new Sink("boards of the demo in a terminal")
        .survives(
            HostileText.all(),
            text -> {
              var shell = new Shell(folder);
              var telling = new Telling(shell.surroundings(), false);
              var board = board(text.text());
              var words = new BoardText(true);
              var lines =
                  Stream.of(
                          words.whoIsBetter(board),
                          words.headToHead(board, board),
                          words.actOn(board, board))
                      .flatMap(List::stream)
                      .toList();

              lines.forEach(telling::say);

              assertThat(HostileText.steers(shell.out())).as(shell.out()).isFalse();
              assertThat(shell.out().lines()).hasSize(lines.size());
              assertThat(shell.out().lines().map(SafeText::width))
                  .allSatisfy(length -> assertThat(length).isLessThan(300));
            });
  }

  private static Board board(String name) {
    return new Board(
        "l",
        "main",
        name,
        "b",
        "1",
        "n",
        1,
        "00",
        Instant.EPOCH,
        "m@1",
        Map.of("baseline", name),
        List.of(row(name, 1, 18.1, null), row(name, null, null, name)),
        List.of(),
        List.of(),
        null);
  }

  private static Row row(String name, Integer rank, Double value, String reason) {
    return new Row(
        name,
        "system",
        "y",
        "s",
        "t",
        "outputs",
        false,
        null,
        rank,
        rank,
        rank,
        null,
        value,
        null,
        null,
        reason,
        null,
        null,
        Map.of(),
        Map.of("first pick", name, "interval", name));
  }
}

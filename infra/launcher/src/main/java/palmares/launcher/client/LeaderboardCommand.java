package palmares.launcher.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "leaderboard", description = "The leaderboards of a benchmark, with intervals.")
final class LeaderboardCommand implements Callable<Integer> {

  /// How a board is printed.
  enum Format {
    table,
    json,
    csv,
    markdown
  }

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Parameters(index = "0", paramLabel = "BENCHMARK")
  private String benchmark = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "BOARD",
      description = "name of one leaderboard; all of them if not given")
  private @Nullable String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json, csv or markdown; table if not given")
  private Format format = Format.table;

  LeaderboardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var connection = api.connect();
    var boards =
        connection
            .allPages("/leaderboards", Map.of("benchmark", benchmark), LeaderboardSummary.class)
            .stream()
            .filter(board -> name == null || name.equals(board.name()) || name.equals(board.id()))
            .map(board ->
                connection.get("/leaderboards/" + ApiConnection.encoded(board.id()), Board.class))
            .toList();
    if (boards.isEmpty()) {
      throw CommandFailure.refused(
          name == null
              ? "no leaderboard of a benchmark " + benchmark
              : "no leaderboard %s of benchmark %s".formatted(name, benchmark));
    }
    surroundings.print(printed(boards));
    return ExitCode.DONE;
  }

  private String printed(List<Board> boards) {
    return switch (format) {
      case table -> BoardText.table(boards);
      case markdown -> BoardText.markdown(boards);
      case csv -> BoardCsv.of(boards);
      case json -> ApiJson.pretty(name == null ? boards : boards.getFirst());
    };
  }
}

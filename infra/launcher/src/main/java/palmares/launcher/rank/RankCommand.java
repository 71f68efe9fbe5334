package palmares.launcher.rank;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.MethodFooter;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.battle.BattleMethod;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ranks the systems in a file of votes.
@Command(
    name = "rank",
    description = {
      "Rank the systems in a CSV file of votes; needs no server.",
      "",
      "The header tells the family of the file:",
      "  left,right,winner       winner is left, right or tie",
      "  model_a,model_b,winner  winner is model_a, model_b, tie, tie (bothbad) or both_bad",
      "  a,b,outcome             outcome of a from 0 to 1, 0.5 is a tie",
      "  player1,player2,win1,win2  how often either won; whole counts are so many battles",
      "Where a file has left and right they are the systems. Other columns are ignored, but a column",
      "weight (greater than 0) weights the battles.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ranked, also when some systems have no finite rating", "2:bad input"})
public final class RankCommand implements Callable<Integer> {

  /// How a ranking is printed.
  enum Format {
    table,
    json,
    csv
  }

  private final Surroundings surroundings;

  @Parameters(paramLabel = "METHOD", description = "a method below")
  private String method = "";

  @Option(names = "--votes", required = true, paramLabel = "F.csv", description = "the votes")
  private Path votes = Path.of("");

  @Mixin private VoteColumns columns = new VoteColumns();

  @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the method")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--compat",
      paramLabel = "PEER",
      defaultValue = "",
      description =
          "compute as another project does: arena-rank (bradley-terry), fastchat (elo),"
              + " evalica (eigenvector)")
  private String compat = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json or csv; table if not given")
  private Format format = Format.table;

  private RankCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The command as a part of `palmares`. The methods are looked up only when they are needed.
  public static CommandLine commandLine(Surroundings surroundings) {
    return MethodFooter.on(
        new CommandLine(new RankCommand(surroundings)), BattleMethods::described);
  }

  @Override
  public Integer call() {
    var ranker = BattleMethods.named(method);
    var read = new VoteFile(votes, columns).read();
    var ranking = rank(ranker, read);
    surroundings.print(
        switch (format) {
          case table -> RankingText.of(ranking, read);
          case json -> RankingJson.of(ranking, read);
          case csv -> RankingCsv.of(ranking);
        });
    return ExitCode.DONE;
  }

  private Ranking rank(BattleMethod ranker, VoteFile.Votes read) {
    try {
      return ranker.rank(read.battles(), Settings.of(BattleMethods.settings(settings, compat)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(ranker.id() + ": " + e.getMessage(), e);
    }
  }
}

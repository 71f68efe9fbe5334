package palmares.launcher.rank;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import palmares.launcher.table.Format;
import palmares.launcher.table.RankingReport;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.MethodFooter;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.battle.StyleControl;
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
      "Where a file has left and right they are the systems. Other columns are ignored, but a"
          + " column",
      "weight (greater than 0) weights the battles. For style-control, the counts of a feature"
          + " NAME",
      "of the two responses stand in the columns NAME_a and NAME_b.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ranked, also when some systems have no finite rating", "2:bad input"})
public final class RankCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "METHOD", description = "a method below")
  private String method = "";

  @Option(names = "--votes", required = true, paramLabel = "F.csv", description = "the votes")
  private Path votes = Path.of("");

  @Mixin private VoteColumns columns = new VoteColumns();

  @Option(
      names = "--style",
      split = ",",
      paramLabel = "NAME",
      description = "the features that style-control takes out, such as tokens,header,list,bold")
  private List<String> style = List.of();

  @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the method")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--compat",
      paramLabel = "PEER",
      defaultValue = "",
      description =
          "compute as another project does: arena-rank (bradley-terry, style-control), fastchat"
              + " (elo, style-control), evalica (eigenvector)")
  private String compat = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, csv or markdown; table if not given")
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
    var ranker = ranker();
    var read = VoteFile.read(votes, columns);
    var ranking = ranked(ranker, read);
    surroundings.print(
        switch (format) {
          case table -> RankingText.of(ranking, read);
          case json -> RankingJson.of(ranking, read);
          case csv -> RankingCsv.of(ranking);
          case markdown -> RankingReport.of(ranking).as(format);
        });
    return ExitCode.DONE;
  }

  /// What is done with the votes, once it is known that there is such a method.
  private interface Ranker {
    Ranking rank(VoteFile.Votes votes, Settings settings);
  }

  private Ranker ranker() {
    if (method.equals(BattleMethods.STYLE_CONTROL)) {
      if (style.isEmpty()) {
        throw CommandFailure.badInput("style-control needs --style NAME,...");
      }
      var file = new StyleFile(votes, style);
      return (read, chosen) -> StyleControl.rank(file.read(read), chosen);
    }
    if (!style.isEmpty()) {
      throw CommandFailure.badInput("--style is for style-control alone, not for " + method);
    }
    var found = BattleMethods.named(method);
    return (read, chosen) -> found.rank(read.battles(), chosen);
  }

  private Ranking ranked(Ranker ranker, VoteFile.Votes read) {
    try {
      return ranker.rank(read, Settings.of(BattleMethods.settings(settings, compat)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(method + ": " + e.getMessage(), e);
    }
  }
}

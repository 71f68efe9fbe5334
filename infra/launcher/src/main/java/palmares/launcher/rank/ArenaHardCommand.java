package palmares.launcher.rank;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.RankingReport;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.board.ArenaHard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The rate at which each system in a file of votes wins against a baseline.
@Command(
    name = "arena-hard",
    description = {
      "The Arena-Hard score of the systems in a CSV file of votes, which has the columns that",
      "`palmares rank` reads.",
      "",
      "  score     100 / (1 + 10^((1000 - R) / 400)), R the Bradley-Terry rating with the baseline at",
      "            1000: the rate of wins against it, in per cent",
      "  interval  that of R, relative to the baseline and clustered, through the same curve",
      "  source    arena-hard-auto v0.1 utils_math.py, compute_mle_elo; it rounds to two decimals",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored", "2:bad input"})
public final class ArenaHardCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(names = "--votes", required = true, paramLabel = "F.csv", description = "the votes")
  private Path votes = Path.of("");

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "NAME",
      description = "the system to measure by")
  private String baseline = "";

  @Option(
      names = "--level",
      defaultValue = "0.95",
      paramLabel = "P",
      description = "probability that an interval covers; ${DEFAULT-VALUE} if not given")
  private double level;

  @Mixin private VoteColumns columns = new VoteColumns();

  @Mixin private Printing printing = new Printing();

  public ArenaHardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var read = new VoteFile(votes, columns).read();
    try {
      printing.print(
          surroundings, RankingReport.of(ArenaHard.rank(read.battles(), baseline, level)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("arena-hard: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }
}

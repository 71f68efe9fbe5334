package palmares.launcher.score;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import palmares.launcher.rank.VoteColumns;
import palmares.launcher.rank.VoteFile;
import palmares.launcher.table.Printing;
import palmares.launcher.table.RankingReport;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.board.ArenaHard;
import palmares.scoring.board.ArenaHardV2;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Separability;
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
      "  score     100 / (1 + 10^((1000 - R) / 400)), R the Bradley-Terry rating with the baseline"
          + " at",
      "            1000: the rate of wins against it, in per cent",
      "  interval  that of R, relative to the baseline and clustered, through the same curve",
      "  source    arena-hard-auto v0.1 utils_math.py, compute_mle_elo; it rounds to two decimals",
      "",
      "With --compat arena-hard-v2 the mean outcome of the games with the baseline over 100"
          + " resamples,",
      "in per cent, from their 5th to their 95th percentile; a weight repeats a game"
          + " (show_result.py).",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored", "2:bad input"})
final class ArenaHardCommand implements Callable<Integer> {

  /// As many resamples as the second version draws.
  private static final int ROUNDS = 100;

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

  @Option(
      names = "--compat",
      defaultValue = "none",
      paramLabel = "PEER",
      description = "arena-hard-v2, as its second version scores; none if not given")
  private String compat = "none";

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "of the resamples of arena-hard-v2; ${DEFAULT-VALUE} if not given")
  private long seed;

  @Mixin private VoteColumns columns = new VoteColumns();

  @Mixin private Printing printing = new Printing();

  ArenaHardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var isSecond = compat.equals("arena-hard-v2");
    if (!isSecond && !compat.equals("none")) {
      throw CommandFailure.badInput("--compat must be arena-hard-v2 or none: '" + compat + "'");
    }
    var read = VoteFile.read(votes, columns);
    try {
      var ranking =
          isSecond
              ? ArenaHardV2.rank(read.battles(), baseline, ROUNDS, seed)
              : ArenaHard.rank(read.battles(), baseline, level);
      printing.print(surroundings, RankingReport.of(ranking).with(separability(ranking)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("arena-hard: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private static List<String> separability(Ranking ranking) {
    var intervals =
        ranking.ratings().stream()
            .filter(Rating.Ranked.class::isInstance)
            .flatMap(rating -> ((Rating.Ranked) rating).interval().stream())
            .toList();
    var share = Separability.of(intervals);
    return share.isPresent()
        ? List.of(
            "separability %.3f: the share of pairs whose intervals do not overlap"
                .formatted(share.getAsDouble()))
        : List.of();
  }
}

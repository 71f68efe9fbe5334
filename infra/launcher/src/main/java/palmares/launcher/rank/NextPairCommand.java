package palmares.launcher.rank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.battle.NextPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says which pair to judge next.
@Command(
    name = "next",
    description = {
      "Say which pair of systems to put to a rater next, so that the best one is found with few",
      "battles: the leader of a CSV file of votes, which has the columns that `palmares rank` reads,",
      "and the system that may well be better. The first row is the pair; the others follow.",
      "",
      "  formula  the greatest u_j + sqrt(nu (e_j - e_1)' V^-1 (e_j - e_1)); u by Bradley and Terry",
      "           with a ridge lambda, V = lambda I + sum w (e_a - e_b)(e_a - e_b)' over the battles",
      "  columns  lead of the leader in log-odds, bonus for what is not known, battles of the two",
      "  source   Lin et al., Prompt Optimization with Human Feedback (APOHF, 2024)",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:answered", "2:bad input"})
final class NextPairCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("leader", "challenger", "lead", "bonus", "battles");

  private final Surroundings surroundings;

  @Option(names = "--votes", required = true, paramLabel = "F.csv", description = "the votes")
  private Path votes = Path.of("");

  @Option(
      names = "--nu",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "how much to explore; 0 pairs the two that seem best; ${DEFAULT-VALUE} if not given")
  private double exploration;

  @Option(
      names = "--lambda",
      defaultValue = "1",
      paramLabel = "L",
      description = "the ridge, greater than 0; ${DEFAULT-VALUE} if not given")
  private double ridge;

  @Mixin private VoteColumns columns = new VoteColumns();

  @Mixin private Printing printing = new Printing();

  NextPairCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var read = new VoteFile(votes, columns).read();
    try {
      var rows = new ArrayList<List<@Nullable Object>>();
      for (var next : NextPair.of(read.battles(), new NextPair.Settings(exploration, ridge))) {
        rows.add(
            Arrays.asList(
                next.leader(), next.challenger(), next.lead(), next.bonus(), next.battles()));
      }
      var settings = new TreeMap<>(Map.of("nu", "" + exploration, "lambda", "" + ridge));
      printing.print(
          surroundings,
          new Report("next-pair@1", settings, Optional.empty(), COLUMNS, rows, List.of()));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("next: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }
}

package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// WB-Reward from counts of outcomes.
@Command(
    name = "wb-reward",
    description = {
      "WildBench's WB-Reward from a CSV file of counts, a row for each system, baseline and K:",
      "  model, baseline  the system, and what its responses were compared with",
      "  K                characters from which a slight win of the longer one is a tie; may be absent",
      "  total            examples, for --compat wildbench",
      "  win_much, win, tie, lose, lose_much  how often the system was much better, ..., much worse",
      "  CATEGORY|win_much, ...  the same of a category, for the mean over categories",
      "",
      "  reward         100 (win_much + win / 2 - lose / 2 - lose_much) / outcomes, mean over baselines",
      "  macroReward    the same by category, weighted, mean over baselines",
      "  source         WildBench leaderboard/data_dir/_merge_results.py",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored, also where a system has no score", "2:bad input"})
final class WbRewardCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("K", "system", "reward", "macroReward", "baselines", "reason");

  private final Surroundings surroundings;

  @Option(names = "--scores", required = true, paramLabel = "F.csv", description = "the counts")
  private Path scores = Path.of("");

  @Option(
      names = "--weights",
      split = ",",
      paramLabel = "CATEGORY=W",
      description = "of the categories; WildBench's five if not given")
  private Map<String, Double> weights =
      Map.of(
          "Creative Tasks", 0.5,
          "Planning & Reasoning", 1.25,
          "Math & Data Analysis", 1.0,
          "Information/Advice seeking", 0.75,
          "Coding & Debugging", 1.25);

  @Option(
      names = "--compat",
      defaultValue = "none",
      paramLabel = "PEER",
      description =
          "wildbench: divide by all examples, judged or not, and count a baseline that is missing"
              + " as 0; none if not given")
  private String compat = "none";

  @Mixin private Printing printing = new Printing();

  WbRewardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!List.of("none", "wildbench").contains(compat)) {
      throw CommandFailure.badInput("--compat must be wildbench or none: '" + compat + "'");
    }
    var file = RewardFile.read(scores, weights, compat.equals("wildbench"));
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var penalty : file.penalties()) {
      var own = new ArrayList<List<@Nullable Object>>();
      for (var system : file.systems()) {
        own.add(row(file, penalty, system));
      }
      own.sort(
          Comparator.comparingDouble(
              row -> row.get(2) instanceof Double reward ? -reward : Double.MAX_VALUE));
      rows.addAll(own);
    }
    printing.print(
        surroundings,
        new Report(
            "wb-reward@1",
            new TreeMap<>(Map.of("compat", compat, "weights", new TreeMap<>(weights).toString())),
            Optional.empty(),
            COLUMNS,
            rows,
            List.of("baselines: " + String.join(", ", file.baselines()))));
    return ExitCode.DONE;
  }

  private List<@Nullable Object> row(RewardFile file, String penalty, String system) {
    var found = file.rewards(penalty, system);
    var missing = file.baselines().size() - found.size();
    if (missing > 0 && compat.equals("none")) {
      var reason = "%d of %d baselines missing".formatted(missing, file.baselines().size());
      return Arrays.asList(penalty, system, null, null, found.size(), reason);
    }
    return Arrays.asList(
        penalty,
        system,
        found.stream().mapToDouble(RewardFile.Rewards::all).sum() / file.baselines().size(),
        file.hasCategories()
            ? found.stream().mapToDouble(RewardFile.Rewards::macro).sum() / file.baselines().size()
            : null,
        found.size(),
        null);
  }
}

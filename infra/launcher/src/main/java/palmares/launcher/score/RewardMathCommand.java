package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.reward.RightAmongWrong;
import palmares.scoring.reward.StepAggregation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How often reward models put the one right solution above all wrong ones.
@Command(
    name = "rewardmath",
    description = {
      "RewardMATH's accuracies of the reward models in JSON Lines files, a line for each problem:",
      "  score            rewards of all solutions; or, of each, those of its steps, 0 to 1; or"
          + " who",
      "                   won against each wrong one, A or B",
      "  chosen           the place of the right solution, from 0",
      "  chosen_position  where the right one stood each time, A or B, if score says who won",
      "",
      "  strict          the right one above all others, per cent",
      "  withTies        none of them above it",
      "  reciprocalRank  100 mean 1 / rank, equal wrong ones first",
      "  source          RewardMATH src/evaluation/eval.py",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored", "2:bad input"})
final class RewardMathCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("system", "problems", "strict", "withTies", "reciprocalRank");

  private final Surroundings surroundings;

  @Option(
      names = "--scores",
      required = true,
      split = ",",
      paramLabel = "F.jsonl",
      description = "a file for each reward model, named after it")
  private List<Path> scores = List.of();

  @Option(
      names = "--steps",
      defaultValue = "min",
      paramLabel = "HOW",
      description =
          "how the rewards of steps become one: min, max, prod, geometric_mean, mean, mean_logit,"
              + " mean_odd or last; ${DEFAULT-VALUE} if not given")
  private String steps = "";

  @Mixin private Printing printing = new Printing();

  RewardMathCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var aggregation = aggregation();
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var path : scores) {
      var problems = RewardedProblems.read(path, aggregation);
      var found = RightAmongWrong.of(problems);
      rows.add(
          List.of(
              String.valueOf(path.getFileName()).replaceFirst("(_reward)?\\.jsonl$", ""),
              problems.size(),
              found.strict(),
              found.withTies(),
              found.reciprocalRank()));
    }
    rows.sort(Comparator.comparingDouble(row -> row.get(2) instanceof Double share ? -share : 0));
    printing.print(
        surroundings,
        new Report(
            "rewardmath@1",
            new TreeMap<>(Map.of("steps", steps)),
            Optional.empty(),
            COLUMNS,
            rows,
            List.of()));
    return ExitCode.DONE;
  }

  private StepAggregation aggregation() {
    return Arrays.stream(StepAggregation.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(steps))
        .findAny()
        .orElseThrow(() ->
            CommandFailure.badInput(
                "--steps must be one of %s: '%s'"
                    .formatted(
                        Arrays.stream(StepAggregation.values())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
                        steps)));
  }
}

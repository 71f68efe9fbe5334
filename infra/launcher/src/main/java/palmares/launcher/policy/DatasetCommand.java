package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.policy.DatasetQuality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a log of trajectories has to learn from.
@Command(
    name = "dataset",
    description = {
      "What a log of trajectories has to learn from, from a CSV file with a row for each step: traj,",
      "reward, and for saco state and action, which count as equal where they are written alike.",
      "",
      "  tq      (mean return - random) / (best - random), with --random and --best",
      "  saco    different pairs of state and action over those of --reference, which should be as long",
      "  source  Schweighofer et al., A Dataset Perspective on Offline Reinforcement Learning (2022)",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:computed", "2:bad input"})
public final class DatasetCommand implements Callable<Integer> {

  private static final List<String> COLUMNS = List.of("measure", "value", "trajectories", "steps");

  private final Surroundings surroundings;

  @Option(names = "--trajectories", required = true, paramLabel = "F.csv", description = "the log")
  private Path trajectories = Path.of("");

  @Option(names = "--random", paramLabel = "V", description = "mean return of random actions")
  private Optional<Double> random = Optional.empty();

  @Option(names = "--best", paramLabel = "V", description = "mean return of the best policy known")
  private Optional<Double> best = Optional.empty();

  @Option(names = "--reference", paramLabel = "F.csv", description = "the log to cover")
  private Optional<Path> reference = Optional.empty();

  @Mixin private Printing printing = new Printing();

  public DatasetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (random.isPresent() != best.isPresent() || random.isEmpty() && reference.isEmpty()) {
      throw CommandFailure.badInput("--random and --best are needed together, or --reference");
    }
    var file = DatasetFile.read(trajectories);
    var returns = file.returns();
    var rows = new ArrayList<List<@Nullable Object>>();
    var notes = new ArrayList<String>();
    if (random.isPresent()) {
      rows.add(row("tq", quality(returns), returns.length, file));
    }
    if (reference.isPresent()) {
      var whole = DatasetFile.read(reference.get()).pairs();
      var own = file.pairs();
      rows.add(row("saco", DatasetQuality.coverage(own, whole), returns.length, file));
      if (own.size() != whole.size()) {
        notes.add(
            "saco: %d steps against %d of the reference: a longer log sees more"
                .formatted(own.size(), whole.size()));
      }
    }
    printing.print(
        surroundings, new Report("dataset@1", Map.of(), Optional.empty(), COLUMNS, rows, notes));
    return ExitCode.DONE;
  }

  private double quality(double[] returns) {
    try {
      return DatasetQuality.trajectoryQuality(returns, random.orElseThrow(), best.orElseThrow());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("tq: " + e.getMessage(), e);
    }
  }

  private static List<@Nullable Object> row(
      String measure, double value, int trajectories, DatasetFile file) {
    return Arrays.asList(measure, value, trajectories, file.table().rows().size());
  }
}

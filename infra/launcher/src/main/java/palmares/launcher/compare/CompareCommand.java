package palmares.launcher.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import palmares.launcher.table.ResamplingOptions;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.comparison.ComparisonSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Compares systems by a file of their scores on the same examples.
@Command(
    name = "compare",
    description = {
      "Compare systems by their scores on the same examples; needs no server.",
      "",
      "The file is CSV: the first column names the example, each other one is a system. An empty",
      "cell is a gap, which is counted and named.",
      "",
      "Columns, over the differences left minus right, example by example:",
      "  difference     their mean",
      "  interval       of that: the middle of the means of resampled differences (paired bootstrap,",
      "                 percentiles; Efron and Tibshirani 1993, 13.3)",
      "  permutation p  share of all ways to turn their signs whose sum is as far from 0: counted",
      "                 for up to 20 differences and where all have one size, else (b + 1) / (m + 1)",
      "                 of m random ways (Fisher 1935; Phipson and Smyth 2010)",
      "  sign p         exact binomial of better and worse, two-sided, ties left out (Dixon and Mood",
      "                 1946); McNemar's exact test where all scores are 0 or 1",
      "  p (Holm)       permutation p raised for the number of pairs (Holm 1979)",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:compared", "2:bad input"})
public final class CompareCommand implements Callable<Integer> {

  /// How comparisons are printed.
  enum Format {
    table,
    json
  }

  private final Surroundings surroundings;

  @Option(names = "--scores", required = true, paramLabel = "F.csv", description = "the scores")
  private Path scores = Path.of("");

  @Option(
      names = "--systems",
      required = true,
      split = ",",
      paramLabel = "A,B",
      description = "two systems, or more for every two of them")
  private List<String> systems = List.of();

  @Option(
      names = "--worst",
      paramLabel = "SCORE",
      description = "what a gap counts as: the worst score there is; without it, gaps are left out")
  private Optional<Double> worst = Optional.empty();

  @Option(
      names = "--draws",
      defaultValue = "9999",
      description = "random ways of the permutation test; ${DEFAULT-VALUE} if not given")
  private int draws;

  @Mixin private ResamplingOptions options = new ResamplingOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json; table if not given")
  private Format format = Format.table;

  public CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (systems.size() < 2 || systems.stream().distinct().count() != systems.size()) {
      throw CommandFailure.badInput(
          "--systems needs two different systems or more, with a comma between: " + systems);
    }
    if (worst.isPresent() && !Double.isFinite(worst.get())) {
      throw CommandFailure.badInput("--worst must be a finite number: " + worst.get());
    }
    var settings = settings();
    var compared =
        ComparedSystems.of(ScoreFile.read(scores), systems, worst.orElse(null), settings);
    surroundings.print(
        switch (format) {
          case table -> ComparisonText.of(compared);
          case json -> ComparisonJson.of(compared, settings);
        });
    return ExitCode.DONE;
  }

  private ComparisonSettings settings() {
    try {
      return new ComparisonSettings(options.rounds(), draws, options.seed(), options.level());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(String.valueOf(e.getMessage()), e);
    }
  }
}

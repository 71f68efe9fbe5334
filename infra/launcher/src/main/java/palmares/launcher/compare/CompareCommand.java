package palmares.launcher.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import palmares.launcher.table.Format;
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
      "  detectable     the smallest true difference that a test at the level of the interval finds",
      "                 four times in five: (t + t') s / sqrt(n) (Bloom 1995)",
      "  permutation p  share of all ways to turn their signs whose sum is as far from 0: counted",
      "                 for up to 20 differences and where all have one size, else (b + 1) / (m + 1)",
      "                 of m random ways (Fisher 1935; Phipson and Smyth 2010)",
      "  sign p         exact binomial of better and worse, two-sided, ties left out (Dixon and Mood",
      "                 1946); McNemar's exact test where all scores are 0 or 1",
      "  p (Holm)       permutation p raised for the number of pairs, so that a finding below 0.05 is",
      "                 false for one in 20 of all such tables at most (Holm 1979)",
      "  q (BH)         the same, so that one in 20 of the findings below 0.05 is false at most, on",
      "                 average (Benjamini and Hochberg 1995)",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:compared", "2:bad input"})
public final class CompareCommand implements Callable<Integer> {

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
      description = "table, json, csv or markdown; table if not given")
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
          case csv, markdown -> ComparisonReport.of(compared).as(format);
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

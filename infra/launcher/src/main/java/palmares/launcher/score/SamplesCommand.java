package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.launcher.score.SampleFile.Sample;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.table.ResamplingOptions;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.MethodFooter;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What several samples for each example come to.
@Command(
    name = "samples",
    description = {
      "What several samples for each example come to, from a CSV file with a row for each sample:",
      "example and, as far as there are such, system, answer, right (1 or 0), score, followed and",
      "given (instructions). Each measure is the mean over examples, with the interval of resampled",
      "examples; those that the columns allow are given.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:computed", "2:bad input"})
final class SamplesCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("system", "measure", "value", "low", "high", "examples");

  private final Surroundings surroundings;

  @Option(names = "--samples", required = true, paramLabel = "F.csv", description = "the samples")
  private Path samples = Path.of("");

  @Option(
      names = "--stat",
      split = ",",
      paramLabel = "MEASURE",
      description = "measures below; all that the columns allow if not given")
  private List<String> measures = List.of();

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "of best-of-n; as many as the example with the fewest samples has if not given")
  private Optional<Integer> draws = Optional.empty();

  @Option(
      names = "--k",
      defaultValue = "1",
      paramLabel = "K",
      description = "of pif-n-k; ${DEFAULT-VALUE} if not given")
  private int atLeast;

  @Mixin private ResamplingOptions options = new ResamplingOptions();

  @Mixin private Printing printing = new Printing();

  private SamplesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The command as a part of `palmares score`.
  static CommandLine commandLine(Surroundings surroundings) {
    return MethodFooter.on(
        new CommandLine(new SamplesCommand(surroundings)), SamplesCommand::described);
  }

  private static List<String> described() {
    var lines = new ArrayList<>(List.of("", "Measures, with the columns they need:"));
    lines.addAll(SampleMeasure.described());
    return lines;
  }

  @Override
  public Integer call() {
    var bootstrap = new Bootstrap(options.rounds(), options.seed(), options.level());
    var file = SampleFile.read(samples);
    var chosen = chosen(file);
    var n = draws.orElseGet(() -> fewest(file));
    var rows = new ArrayList<List<@Nullable Object>>();
    file.samples()
        .forEach((system, examples) -> {
          for (var measure : chosen) {
            rows.add(row(system, measure, values(measure, system, examples, n), bootstrap));
          }
        });
    var settings =
        new TreeMap<>(
            Map.of(
                "n", "" + n,
                "k", "" + atLeast,
                "rounds", "" + bootstrap.rounds(),
                "seed", "" + bootstrap.seed(),
                "level", "" + bootstrap.level()));
    printing.print(
        surroundings,
        new Report("samples@1", settings, Optional.empty(), COLUMNS, rows, List.of()));
    return ExitCode.DONE;
  }

  private double[] values(
      SampleMeasure measure, String system, Map<String, List<Sample>> examples, int n) {
    var values = new double[examples.size()];
    var place = 0;
    for (var example : examples.entrySet()) {
      try {
        values[place++] = measure.of(example.getValue(), n, atLeast);
      } catch (IllegalArgumentException e) {
        throw CommandFailure.badInput(
            "%s: example '%s' of %s: %s"
                .formatted(measure.word(), example.getKey(), system, e.getMessage()),
            e);
      }
    }
    return values;
  }

  private static List<@Nullable Object> row(
      String system, SampleMeasure measure, double[] values, Bootstrap bootstrap) {
    var interval = bootstrap.interval(bootstrap.means(values));
    return Arrays.asList(
        system,
        measure.word(),
        Arrays.stream(values).average().orElseThrow(),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        values.length);
  }

  private static int fewest(SampleFile file) {
    return file.samples().values().stream()
        .flatMap(examples -> examples.values().stream())
        .mapToInt(List::size)
        .min()
        .orElse(1);
  }

  private List<SampleMeasure> chosen(SampleFile file) {
    if (measures.isEmpty()) {
      var possible = Arrays.stream(SampleMeasure.values()).filter(each -> each.isIn(file)).toList();
      if (possible.isEmpty()) {
        throw CommandFailure.badInput(
            samples + " has none of the columns right, answer, score, followed and given");
      }
      return possible;
    }
    return measures.stream().map(word -> named(word.strip(), file)).toList();
  }

  private SampleMeasure named(String word, SampleFile file) {
    var found =
        Arrays.stream(SampleMeasure.values())
            .filter(each -> each.word().equals(word))
            .findAny()
            .orElseThrow(() ->
                CommandFailure.badInput(
                    "no measure '%s'; there are %s"
                        .formatted(
                            word,
                            Arrays.stream(SampleMeasure.values())
                                .map(SampleMeasure::word)
                                .collect(Collectors.joining(", ")))));
    if (!found.isIn(file)) {
      throw CommandFailure.badInput(
          "%s lacks a column that %s needs; it has example, %s"
              .formatted(samples, word, String.join(", ", file.columns())));
    }
    return found;
  }
}

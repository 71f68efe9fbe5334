package palmares.launcher.agree;

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
import palmares.launcher.agree.Statistic.Resampling;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.table.ResamplingOptions;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.MethodFooter;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.ranking.Interval;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says how far the raters in a file agree.
@Command(
    name = "agree",
    description = {
      "Say how far raters agree, from a CSV file with a row for each item and a column for each rater;",
      "needs no server. An empty cell is a gap: the item counts for the raters who rated it.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:computed, also where a statistic is undefined", "2:bad input"})
public final class AgreeCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("stat", "raters", "value", "low", "high", "items", "reason");

  private final Surroundings surroundings;

  @Option(names = "--ratings", required = true, paramLabel = "F.csv", description = "the ratings")
  private Path ratings = Path.of("");

  @Option(
      names = "--raters",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "the columns of two raters or more")
  private List<String> raters = List.of();

  @Option(
      names = "--stat",
      split = ",",
      paramLabel = "STAT",
      description = "statistics below; kappa and alpha if not given")
  private List<String> statistics = List.of("kappa", "alpha");

  @Mixin private ResamplingOptions options = new ResamplingOptions();

  @Mixin private Printing printing = new Printing();

  private AgreeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The command as a part of `palmares`.
  public static CommandLine commandLine(Surroundings surroundings) {
    return MethodFooter.on(
        new CommandLine(new AgreeCommand(surroundings)), AgreeCommand::described);
  }

  private static List<String> described() {
    var lines = new ArrayList<>(List.of("", "Statistics:"));
    lines.addAll(Statistic.described());
    return lines;
  }

  @Override
  public Integer call() {
    var resampling = new Resampling(options.rounds(), options.seed(), options.level());
    var wanted = statistics.stream().map(Statistic::named).toList();
    var read = RatingFile.read(ratings, raters.stream().map(String::strip).toList());
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var statistic : wanted) {
      for (var chosen : statistic.isOfPairs() ? pairs() : List.of(read.allRaters())) {
        rows.add(row(statistic, read, resampling, chosen));
      }
    }
    printing.print(
        surroundings,
        new Report("agree", settings(resampling), Optional.empty(), COLUMNS, rows, List.of()));
    return ExitCode.DONE;
  }

  private static Map<String, String> settings(Resampling resampling) {
    return new TreeMap<>(
        Map.of(
            "rounds", "" + resampling.rounds(),
            "seed", "" + resampling.seed(),
            "level", "" + resampling.level()));
  }

  private List<int[]> pairs() {
    var pairs = new ArrayList<int[]>();
    for (var a = 0; a < raters.size(); a++) {
      for (var b = a + 1; b < raters.size(); b++) {
        pairs.add(new int[] {a, b});
      }
    }
    return pairs;
  }

  private List<@Nullable Object> row(
      Statistic statistic, RatingFile read, Resampling resampling, int... chosen) {
    try {
      var value = statistic.of(read, resampling, chosen);
      var names =
          Arrays.stream(chosen).mapToObj(read.raters()::get).collect(Collectors.joining(","));
      var isDefined = value.value().isPresent();
      var reason = value.items() == 0 ? "no item that they rated" : "undefined: one value alone";
      return Arrays.asList(
          statistic.word(),
          names,
          isDefined ? value.value().getAsDouble() : null,
          value.interval().map(Interval::low).orElse(null),
          value.interval().map(Interval::high).orElse(null),
          value.items(),
          isDefined ? null : reason);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("%s: %s".formatted(statistic.word(), e.getMessage()), e);
    }
  }
}

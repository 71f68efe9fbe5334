package palmares.launcher.agree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.launcher.agree.Statistic.Value;
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

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "which items belong together, such as the prompt, for the statistics that say so")
  private Optional<String> group = Optional.empty();

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
    var bootstrap = new Bootstrap(options.rounds(), options.seed(), options.level());
    var isRasch = statistics.equals(List.of(RaschReport.WORD));
    var wanted = isRasch ? List.<Statistic>of() : named();
    var read = RatingFile.read(ratings, raters.stream().map(String::strip).toList(), group);
    if (isRasch) {
      printing.print(surroundings, RaschReport.of(read));
      return ExitCode.DONE;
    }
    var rows = new ArrayList<List<@Nullable Object>>();
    var notes = new LinkedHashSet<String>();
    for (var statistic : wanted) {
      for (var chosen : chosen(statistic, read)) {
        var value = value(statistic, read, bootstrap, chosen);
        rows.add(row(statistic, read, value, chosen));
        notes.addAll(value.notes());
      }
    }
    printing.print(
        surroundings,
        new Report(
            "agree", settings(bootstrap), Optional.empty(), COLUMNS, rows, List.copyOf(notes)));
    return ExitCode.DONE;
  }

  private List<Statistic> named() {
    if (statistics.contains(RaschReport.WORD)) {
      throw CommandFailure.badInput("rasch has a table of its own: ask for it alone");
    }
    return statistics.stream().map(Statistic::named).toList();
  }

  private Map<String, String> settings(Bootstrap bootstrap) {
    var settings =
        new TreeMap<>(
            Map.of(
                "rounds", "" + bootstrap.rounds(),
                "seed", "" + bootstrap.seed(),
                "level", "" + bootstrap.level()));
    group.ifPresent(column -> settings.put("group", column));
    return settings;
  }

  private List<int[]> chosen(Statistic statistic, RatingFile read) {
    return switch (statistic.raters()) {
      case ALL -> List.of(read.allRaters());
      case EVERY_TWO -> pairs();
      case FIRST_WITH_EACH -> pairs().stream().filter(pair -> pair[0] == 0).toList();
    };
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

  private static Value value(
      Statistic statistic, RatingFile read, Bootstrap bootstrap, int... chosen) {
    try {
      return statistic.of(read, bootstrap, chosen);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("%s: %s".formatted(statistic.word(), e.getMessage()), e);
    }
  }

  private static List<@Nullable Object> row(
      Statistic statistic, RatingFile read, Value value, int... chosen) {
    var names = Arrays.stream(chosen).mapToObj(read.raters()::get).collect(Collectors.joining(","));
    var isDefined = value.value().isPresent();
    return Arrays.asList(
        statistic.word(),
        names,
        isDefined ? value.value().getAsDouble() : null,
        value.interval().map(Interval::low).orElse(null),
        value.interval().map(Interval::high).orElse(null),
        value.items(),
        isDefined ? null : value.reason());
  }
}

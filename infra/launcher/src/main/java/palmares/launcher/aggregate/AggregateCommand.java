package palmares.launcher.aggregate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palmares.launcher.table.Printing;
import palmares.launcher.table.RankingReport;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.MethodFooter;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.choice.ChoiceMethod;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Mean;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes one ranking of a table of criteria.
@Command(
    name = "aggregate",
    description = {
      "Make one ranking of the systems in a CSV table of criteria; needs no server. The first column",
      "names the system, each other column is a criterion in which more is better, unless --lower",
      "names it. An empty cell is a gap, which leaves its system unranked; --set gaps=worst ranks it.",
      "A criterion named CATEGORY|NAME is one of a category, which two-level-borda goes by.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ranked, also when some systems are not", "2:bad input"})
public final class AggregateCommand implements Callable<Integer> {

  private static final MethodCard MEAN =
      new MethodCard(
          "mean of the columns; interval: Student's t over columns",
          "the columns must be of one scale",
          new TreeMap<>(),
          new TreeMap<>(Map.of("level", "probability that an interval covers (0.95)")));

  private final Surroundings surroundings;

  @Parameters(paramLabel = "METHOD", description = "a method below")
  private String method = "";

  @Option(names = "--table", required = true, paramLabel = "F.csv", description = "the table")
  private Path table = Path.of("");

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "COLUMN",
      description = "the criteria; all columns but the first if not given")
  private List<String> columns = List.of();

  @Option(
      names = "--lower",
      split = ",",
      paramLabel = "COLUMN",
      description = "criteria in which less is better")
  private List<String> lower = List.of();

  @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the method")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Mixin private Printing printing = new Printing();

  private AggregateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The command as a part of `palmares`. The methods are looked up only when they are needed.
  public static CommandLine commandLine(Surroundings surroundings) {
    return MethodFooter.on(
        new CommandLine(new AggregateCommand(surroundings)), AggregateCommand::described);
  }

  @Override
  public Integer call() {
    var chosen = named(method);
    var evidence = CriteriaFile.read(table, columns, lower);
    printing.print(surroundings, RankingReport.of(rank(chosen, evidence)));
    return ExitCode.DONE;
  }

  private Ranking rank(Offered chosen, Evidence evidence) {
    try {
      return chosen
          .method()
          .rank(evidence, Settings.of(settings).with("evaluator", CriteriaFile.TABLE));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(chosen.method().id() + ": " + e.getMessage(), e);
    }
  }

  /// A method that ranks a table, and what its user must know.
  private record Offered(RankingMethod method, MethodCard card) {}

  private static Offered named(String id) {
    return all().stream()
        .filter(each -> each.method().id().equals(id))
        .findAny()
        .orElseThrow(() -> {
          var names =
              all().stream().map(each -> each.method().id()).collect(Collectors.joining(", "));
          return CommandFailure.badInput(
              "no method '%s' that ranks a table; there are %s".formatted(id, names));
        });
  }

  private static List<String> described() {
    var lines = new ArrayList<String>();
    for (var each : all()) {
      lines.add("");
      lines.add("Method %s (version %d)".formatted(each.method().id(), each.method().version()));
      lines.add("  formula  " + each.card().formula());
      each.card().settings().forEach((name, text) -> lines.add("  --set " + name + "=  " + text));
      lines.add("  source   " + each.card().source());
    }
    return lines;
  }

  private static List<Offered> all() {
    var choices =
        ServiceLoader.load(RankingMethod.class).stream()
            .filter(provider -> ChoiceMethod.class.isAssignableFrom(provider.type()))
            .map(provider -> (ChoiceMethod) provider.get())
            .map(method -> new Offered(method, method.card()));
    return Stream.concat(choices, Stream.of(new Offered(new Mean(), MEAN)))
        .sorted(Comparator.comparing(each -> each.method().id()))
        .toList();
  }
}

package palmares.launcher.aggregate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.choice.FairSubset;
import palmares.scoring.choice.FairSubset.Quotas;
import palmares.scoring.choice.FairSubset.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Chooses finalists under quotas.
@Command(
    name = "finalists",
    description = {
      "Choose some of the systems in a CSV table of criteria, with at least so many of each group: the",
      "first column names the system, --group its group, each other one is a criterion in which more is",
      "better, unless --lower names it.",
      "",
      "  rules   what a set is worth, the sum over criteria: sntv (the best system is in it), bloc (how",
      "          many of the best k are), borda (systems below its members), chamberlin-courant",
      "          (systems below its best member)",
      "  source  Boehmer et al., Subset Selection Based On Multiple Rankings in the Presence of Bias",
      "          (2023)",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:chosen", "2:bad input"})
public final class FinalistsCommand implements Callable<Integer> {

  private static final List<String> COLUMNS = List.of("system", "group", "chosen");

  private final Surroundings surroundings;

  @Option(names = "--table", required = true, paramLabel = "F.csv", description = "the table")
  private Path table = Path.of("");

  @Option(names = "--k", required = true, paramLabel = "K", description = "how many to choose")
  private int finalists;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "the groups; all one if not given")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--least",
      split = ",",
      paramLabel = "GROUP=N",
      description = "how many at least of a group; none if not given")
  private Map<String, Integer> least = new LinkedHashMap<>();

  @Option(
      names = "--rule",
      defaultValue = "borda",
      paramLabel = "RULE",
      description = "sntv, bloc, borda or chamberlin-courant; ${DEFAULT-VALUE} if not given")
  private String rule = "";

  @Option(
      names = "--lower",
      split = ",",
      paramLabel = "COLUMN",
      description = "criteria in which less is better")
  private List<String> lower = List.of();

  @Mixin private Printing printing = new Printing();

  public FinalistsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var chosenRule = rule();
    var file = CsvTable.read(table, "table of criteria");
    var groups = groups(file);
    var criteria =
        file.header().stream()
            .skip(1)
            .filter(name -> group.isEmpty() || !name.equals(group.get()))
            .toList();
    var scores = CriteriaFile.read(table, criteria, lower).table(CriteriaFile.TABLE);
    try {
      var found = FairSubset.of(scores, groups, new Quotas(finalists, least), chosenRule);
      var rows = new ArrayList<List<@Nullable Object>>();
      for (var system = 0; system < groups.size(); system++) {
        var place = system;
        var isChosen = Arrays.stream(found.members()).anyMatch(member -> member == place);
        rows.add(Arrays.asList(scores.systems().get(system), groups.get(system), isChosen ? 1 : 0));
      }
      printing.print(
          surroundings,
          new Report("finalists@1", settings(), Optional.empty(), COLUMNS, rows, notes(found)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("finalists: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private List<String> groups(CsvTable file) {
    return group
        .map(file::column)
        .map(column -> file.rows().stream().map(row -> row.cells().get(column).strip()).toList())
        .orElseGet(() -> file.rows().stream().map(row -> "all").toList());
  }

  private Map<String, String> settings() {
    return new TreeMap<>(
        Map.of("k", "" + finalists, "rule", rule, "least", new TreeMap<>(least).toString()));
  }

  private static List<String> notes(FairSubset found) {
    var notes = new ArrayList<String>();
    notes.add(
        String.format(
            Locale.ROOT,
            "worth %.6g; the quotas cost %.6g",
            found.value(),
            found.unbound() - found.value()));
    if (!found.isExact()) {
      notes.add("chosen one by one: not sure to be the best set");
    }
    return notes;
  }

  private Rule rule() {
    return Arrays.stream(Rule.values())
        .filter(each -> word(each).equals(rule))
        .findAny()
        .orElseThrow(() ->
            CommandFailure.badInput(
                "--rule must be one of %s: '%s'"
                    .formatted(
                        Arrays.stream(Rule.values())
                            .map(FinalistsCommand::word)
                            .collect(Collectors.joining(", ")),
                        rule)));
  }

  private static String word(Rule each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

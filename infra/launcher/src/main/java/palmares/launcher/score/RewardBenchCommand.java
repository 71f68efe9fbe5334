package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.reward.RewardBench;
import palmares.scoring.reward.SectionScores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// RewardBench's sections from the accuracies of its subsets.
@Command(
    name = "rewardbench",
    description = {
      "RewardBench's sections from a CSV file of accuracies, a row for each reward model: its name"
          + " in",
      "the column model, the accuracy of each subset, 0 to 1, in a column NAME or subset:NAME.",
      "",
      "  section  mean of its subsets, weighted by their examples; math-prm counts as 984",
      "  overall  mean of Chat, Chat Hard, Safety and Reasoning",
      "  missing  subsets without an accuracy; they are left out of their section",
      "  source   reward-bench rewardbench/utils.py, calculate_scores_per_section",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored", "2:bad input"})
final class RewardBenchCommand implements Callable<Integer> {

  private static final String PREFIX = "subset:";

  private final Surroundings surroundings;

  @Option(names = "--scores", required = true, paramLabel = "F.csv", description = "the accuracies")
  private Path scores = Path.of("");

  @Mixin private Printing printing = new Printing();

  RewardBenchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var table = CsvTable.read(scores, "file of accuracies");
    var rows = new ArrayList<List<@Nullable Object>>();
    var seen = new HashSet<String>();
    for (var row : table.rows()) {
      var model = row.cells().get(table.column("model")).strip();
      if (!seen.add(model)) {
        throw CommandFailure.badInput(
            "%s:%d: model '%s' stands twice".formatted(scores, row.line(), model));
      }
      rows.add(row(model, table, row));
    }
    var columns = new ArrayList<>(List.of("system", "overall"));
    columns.addAll(RewardBench.SECTIONS.keySet());
    columns.add("missing");
    printing.print(
        surroundings,
        new Report("rewardbench@1", new TreeMap<>(), Optional.empty(), columns, rows, List.of()));
    return ExitCode.DONE;
  }

  private static List<@Nullable Object> row(String model, CsvTable table, Row row) {
    var found = scores(table, row);
    var cells = new ArrayList<@Nullable Object>(List.of(model, found.overall()));
    RewardBench.SECTIONS.keySet().forEach(section -> cells.add(found.sections().get(section)));
    cells.add(String.join(" ", found.missing()));
    return cells;
  }

  private static SectionScores scores(CsvTable table, Row row) {
    var accuracies = new HashMap<String, Double>();
    for (var column = 0; column < table.header().size(); column++) {
      var name = table.header().get(column).replaceFirst("^" + PREFIX, "");
      if (RewardBench.EXAMPLES.containsKey(name)) {
        table.number(row, column).ifPresent(accuracy -> accuracies.put(name, accuracy));
      }
    }
    try {
      return SectionScores.of(accuracies, RewardBench.EXAMPLES, RewardBench.SECTIONS);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(
          "%s:%d: %s".formatted(table.path(), row.line(), e.getMessage()), e);
    }
  }
}

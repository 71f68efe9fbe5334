package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import palmares.scoring.sampling.PassAtK;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The probability that one of k samples is right.
@Command(
    name = "pass-at-k",
    description = {
      "pass@k of the systems in a CSV file, a row for each system and example:",
      "  system    whose samples they are; all of one system where there is no such column",
      "  n, c      how many samples there are, and how many of them are right",
      "",
      "  pass@k  mean over examples of 1 - C(n - c, k) / C(n, k): one of k samples out of n is"
          + " right",
      "  source  Chen et al. 2021",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored", "2:bad input"})
final class PassAtKCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(names = "--samples", required = true, paramLabel = "F.csv", description = "the counts")
  private Path samples = Path.of("");

  @Option(
      names = "--k",
      split = ",",
      defaultValue = "1",
      paramLabel = "K",
      description = "how many samples are looked at; 1 if not given")
  private List<Integer> ks = List.of();

  @Mixin private Printing printing = new Printing();

  PassAtKCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var table = CsvTable.read(samples, "file of samples");
    var rows = new ArrayList<List<@Nullable Object>>();
    BySystem.of(table)
        .forEach((system, own) -> {
          var row = new ArrayList<@Nullable Object>(List.of(system, own.size()));
          ks.forEach(k ->
              row.add(own.stream().mapToDouble(each -> pass(table, each, k)).average().orElse(0)));
          rows.add(row);
        });
    var columns = new ArrayList<>(List.of("system", "examples"));
    ks.forEach(k -> columns.add("pass@" + k));
    printing.print(
        surroundings,
        new Report(
            "pass-at-k@1",
            new TreeMap<>(Map.of("k", ks.toString())),
            Optional.empty(),
            columns,
            rows,
            List.of()));
    return ExitCode.DONE;
  }

  private static double pass(CsvTable table, Row row, int k) {
    try {
      return PassAtK.of(whole(table, row, "n"), whole(table, row, "c"), k);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(
          "%s:%d: %s".formatted(table.path(), row.line(), e.getMessage()), e);
    }
  }

  private static int whole(CsvTable table, Row row, String column) {
    var number = table.required(row, table.column(column));
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(column + " must be a whole number: " + number);
    }
    return (int) number;
  }
}

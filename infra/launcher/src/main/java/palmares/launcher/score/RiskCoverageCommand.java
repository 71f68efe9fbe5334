package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.probability.BalanceScore;
import palmares.scoring.probability.Forecasts;
import palmares.scoring.probability.RiskCoverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What confidence is good for: the risk of answering only where one is sure.
@Command(
    name = "risk-coverage",
    description = {
      "What the confidence of answers is good for, from a CSV file with a row for each answer:",
      "  confidence  greater is surer; equal ones are mixed",
      "  right       1 or 0",
      "  system      may be absent",
      "",
      "  aurc         mean over k of the share of wrong ones among the k most confident answers",
      "  excessAurc   the same less that of an order with all wrong ones last",
      "  accuracy@C   share of right ones among the share C of the most confident",
      "  balance      accuracy of right called where confidence is 1/2 or more, less mean max(p, 1 -",
      "               p): above 0 too timid, below too bold; where all confidences are from 0 to 1",
      "  source       Geifman and El-Yaniv 2017; Geifman et al. 2019; balance: Choi et al. 2023",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:computed", "2:bad input"})
final class RiskCoverageCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(names = "--scores", required = true, paramLabel = "F.csv", description = "the answers")
  private Path scores = Path.of("");

  @Option(
      names = "--coverage",
      split = ",",
      defaultValue = "0.5,0.8,0.9",
      paramLabel = "C",
      description = "shares of the answers that are given; ${DEFAULT-VALUE} if not given")
  private List<Double> coverages = List.of();

  @Mixin private Printing printing = new Printing();

  RiskCoverageCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var table = CsvTable.read(scores, "file of answers");
    var systems = new LinkedHashMap<String, List<Row>>();
    for (var row : table.rows()) {
      var name =
          table.header().contains("system")
              ? row.cells().get(table.column("system")).strip()
              : "all";
      systems.computeIfAbsent(name, each -> new ArrayList<>()).add(row);
    }
    var columns = new ArrayList<>(List.of("system", "answers", "aurc", "excessAurc"));
    coverages.forEach(coverage -> columns.add("accuracy@" + coverage));
    columns.add("balance");
    var rows = new ArrayList<List<@Nullable Object>>();
    systems.forEach((name, own) -> rows.add(row(table, name, own)));
    printing.print(
        surroundings,
        new Report("risk-coverage@1", Map.of(), Optional.empty(), columns, rows, List.of()));
    return ExitCode.DONE;
  }

  private List<@Nullable Object> row(CsvTable table, String name, List<Row> own) {
    var confidence =
        own.stream().mapToDouble(row -> table.required(row, table.column("confidence"))).toArray();
    var isRight = new boolean[confidence.length];
    var came = new int[confidence.length];
    for (var k = 0; k < came.length; k++) {
      came[k] = right(table, own.get(k));
      isRight[k] = came[k] == 1;
    }
    var curve = RiskCoverage.of(confidence, isRight);
    var row =
        new ArrayList<@Nullable Object>(List.of(name, came.length, curve.area(), curve.excess()));
    for (var coverage : coverages) {
      try {
        row.add(curve.accuracyAt(coverage));
      } catch (IllegalArgumentException e) {
        throw CommandFailure.badInput("--coverage: " + e.getMessage(), e);
      }
    }
    var areProbabilities = Arrays.stream(confidence).allMatch(each -> each >= 0 && each <= 1);
    row.add(areProbabilities ? BalanceScore.of(new Forecasts(confidence, came)) : null);
    return row;
  }

  private static int right(CsvTable table, Row row) {
    var value = table.required(row, table.column("right"));
    if (value != 0 && value != 1) {
      throw CommandFailure.badInput(
          String.format(
              Locale.ROOT,
              "%s:%d: right must be 1 or 0: '%s'",
              table.path(),
              row.line(),
              row.cells().get(table.column("right"))));
    }
    return (int) value;
  }
}

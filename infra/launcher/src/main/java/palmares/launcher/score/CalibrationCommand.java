package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import palmares.scoring.probability.Auroc;
import palmares.scoring.probability.Calibration;
import palmares.scoring.probability.Forecasts;
import palmares.scoring.probability.ProperScores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How good stated probabilities are.
@Command(
    name = "calibration",
    description = {
      "How good the probabilities in a CSV file are, a row for each:",
      "  system  who stated it; all of one system where there is no such column",
      "  p, y    the probability, and 1 where it came true, else 0",
      "",
      "  ece, mce  mean and most of |stated - came true| over bins of equal width, weighted by"
          + " size",
      "  ace       the mean over bins of equal size",
      "  brier     mean (p - y)^2",
      "  logLoss   mean -log p of what came",
      "  auroc     probability that what came true was stated likelier than what did not, a tie"
          + " half",
      "  source    Naeini et al. 2015; Brier 1950; Hanley and McNeil 1982",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored, also where a number is undefined", "2:bad input"})
final class CalibrationCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("system", "forecasts", "ece", "ace", "mce", "brier", "logLoss", "auroc", "reason");

  private final Surroundings surroundings;

  @Option(names = "--forecasts", required = true, paramLabel = "F.csv", description = "the file")
  private Path forecasts = Path.of("");

  @Option(
      names = "--bins",
      defaultValue = "10",
      paramLabel = "N",
      description = "of ece, ace and mce; ${DEFAULT-VALUE} if not given")
  private int bins;

  @Mixin private Printing printing = new Printing();

  CalibrationCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (bins < 1) {
      throw CommandFailure.badInput("--bins must be 1 or more: " + bins);
    }
    var table = CsvTable.read(forecasts, "file of forecasts");
    var rows = new ArrayList<List<@Nullable Object>>();
    BySystem.of(table).forEach((system, own) -> rows.add(row(system, stated(table, own))));
    printing.print(
        surroundings,
        new Report(
            "calibration@1",
            new TreeMap<>(Map.of("bins", "" + bins)),
            Optional.empty(),
            COLUMNS,
            rows,
            List.of()));
    return ExitCode.DONE;
  }

  private List<@Nullable Object> row(String system, Forecasts own) {
    var width = Calibration.ofEqualWidth(own, bins);
    var loss = ProperScores.logLoss(own);
    var area = Auroc.of(own);
    var reasons = new ArrayList<String>();
    if (loss.isEmpty()) {
      reasons.add("log loss is infinite: what was stated to be impossible came");
    }
    if (area.isEmpty()) {
      reasons.add("no AUROC: everything came true, or nothing");
    }
    return Arrays.asList(
        system,
        own.size(),
        width.expected(),
        Calibration.ofEqualMass(own, bins).expected(),
        width.most(),
        ProperScores.brier(own),
        boxed(loss),
        boxed(area),
        String.join("; ", reasons));
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Forecasts stated(CsvTable table, List<Row> rows) {
    var stated = new double[rows.size()];
    var came = new int[rows.size()];
    for (var k = 0; k < stated.length; k++) {
      var row = rows.get(k);
      stated[k] = table.required(row, table.column("p"));
      var outcome = table.required(row, table.column("y"));
      came[k] = (int) outcome;
      if (!(stated[k] >= 0 && stated[k] <= 1) || (outcome != 0 && outcome != 1)) {
        throw CommandFailure.badInput(
            "%s:%d: p must be from 0 to 1 and y 0 or 1: %s, %s"
                .formatted(table.path(), row.line(), stated[k], outcome));
      }
    }
    return new Forecasts(stated, came);
  }
}

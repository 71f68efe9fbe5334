package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.policy.ImportanceWeighting.Round;

/// Rounds of a bandit in a CSV file, a row each.
///
/// @param policy a column with the probability of the action under the policy to be judged, or
///   `uniform`: each of the actions in the file is as likely as any other
record LogFile(Path path, String action, String reward, String propensity, String policy) {

  static final String UNIFORM = "uniform";

  /// @throws CommandFailure naming the line and what was expected
  List<Round> read() {
    var table = CsvTable.read(path, "file of logs");
    var rewards = table.column(reward);
    var propensities = table.column(propensity);
    var chances = chances(table);
    return table.rows().stream()
        .map(row -> {
          try {
            return new Round(
                table.required(row, rewards),
                table.required(row, propensities),
                chances.applyAsDouble(row));
          } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                "%s:%d: %s".formatted(path, row.line(), e.getMessage()), e);
          }
        })
        .toList();
  }

  private ToDoubleFunction<Row> chances(CsvTable table) {
    if (!policy.equals(UNIFORM)) {
      var column = table.column(policy);
      return row -> table.required(row, column);
    }
    var actions = table.column(action);
    var count = table.rows().stream().map(row -> row.cells().get(actions)).distinct().count();
    return row -> 1.0 / count;
  }
}

package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.policy.Round;
import palmares.scoring.policy.Round.Model;

/// Rounds of a bandit in a CSV file, a row each.
///
/// @param policy a column with the probability of the action under the policy to be judged, or
///   `uniform`: each of the actions in the file is as likely as any other
/// @param model two columns with what a model says: the reward of the action, and the mean reward
///   under the policy to be judged; empty where there is none
record LogFile(
    Path path, String action, String reward, String propensity, String policy, List<String> model) {

  static final String UNIFORM = "uniform";

  /// @throws CommandFailure naming the line and what was expected
  List<Round> read() {
    var table = CsvTable.read(path, "file of logs");
    var rewards = table.column(reward);
    var propensities = table.column(propensity);
    var chances = chances(table);
    var models = models(table);
    return table.rows().stream()
        .map(row -> {
          try {
            return new Round(
                table.required(row, rewards),
                table.required(row, propensities),
                chances.applyAsDouble(row),
                models.apply(row));
          } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                "%s:%d: %s".formatted(path, row.line(), e.getMessage()), e);
          }
        })
        .toList();
  }

  private Function<Row, @Nullable Model> models(CsvTable table) {
    if (model.isEmpty()) {
      return row -> null;
    }
    if (model.size() != 2) {
      throw CommandFailure.badInput(
          "--model must name two columns, of the action and of the policy: " + model);
    }
    var taken = table.column(model.getFirst());
    var expected = table.column(model.getLast());
    return row -> new Model(table.required(row, taken), table.required(row, expected));
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

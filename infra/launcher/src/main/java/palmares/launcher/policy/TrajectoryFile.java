package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.policy.Trajectory;
import palmares.scoring.policy.Trajectory.Step;

/// Trajectories in a CSV file, a row for each step in its order: `traj, t, action, reward, pscore`,
/// the probabilities of the policy to be judged in `pe0, pe1, ...`, and, with a model, the worth of
/// each action in `q0, q1, ...`.
final class TrajectoryFile {

  private TrajectoryFile() {}

  /// @throws CommandFailure naming the line and what was expected
  static List<Trajectory> read(Path path) {
    var table = CsvTable.read(path, "file of trajectories");
    var policy = numbered(table, "pe");
    var values = numbered(table, "q");
    if (policy.length == 0) {
      throw CommandFailure.badInput(
          path + " has no columns pe0, pe1, ... with the probabilities of the policy to be judged");
    }
    var steps = new LinkedHashMap<String, List<Step>>();
    for (var row : table.rows()) {
      var trajectory =
          steps.computeIfAbsent(row.cells().get(table.column("traj")), name -> new ArrayList<>());
      var place = table.required(row, table.column("t"));
      if (place != trajectory.size()) {
        throw wrong(
            table, row, "t must be %d, the next step: %s".formatted(trajectory.size(), place));
      }
      trajectory.add(step(table, row, policy, values));
    }
    return steps.values().stream().map(Trajectory::new).toList();
  }

  private static Step step(CsvTable table, Row row, int[] policy, int[] values) {
    var action = table.required(row, table.column("action"));
    if (action != Math.rint(action)) {
      throw wrong(table, row, "action must be a whole number: " + action);
    }
    try {
      return new Step(
          (int) action,
          table.required(row, table.column("reward")),
          table.required(row, table.column("pscore")),
          numbers(table, row, policy),
          numbers(table, row, values));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(
          "%s:%d: %s".formatted(table.path(), row.line(), e.getMessage()), e);
    }
  }

  private static double[] numbers(CsvTable table, Row row, int[] columns) {
    return IntStream.of(columns).mapToDouble(column -> table.required(row, column)).toArray();
  }

  /// The places of the columns `prefix0`, `prefix1` and so on.
  private static int[] numbered(CsvTable table, String prefix) {
    return IntStream.iterate(0, k -> table.header().contains(prefix + k), k -> k + 1)
        .map(k -> table.column(prefix + k))
        .toArray();
  }

  private static CommandFailure wrong(CsvTable table, Row row, String message) {
    return CommandFailure.badInput("%s:%d: %s".formatted(table.path(), row.line(), message));
  }
}

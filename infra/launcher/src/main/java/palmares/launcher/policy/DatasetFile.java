package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import palmares.launcher.table.CsvTable;

/// A log of trajectories, a row for each step: `traj`, and as far as they are asked for `reward`,
/// `state` and `action`.
record DatasetFile(CsvTable table) {

  static DatasetFile read(Path path) {
    return new DatasetFile(CsvTable.read(path, "log of trajectories"));
  }

  /// The sum of the rewards of each trajectory.
  double[] returns() {
    var trajectory = table.column("traj");
    var reward = table.column("reward");
    Map<String, Double> sums = new LinkedHashMap<>();
    for (var row : table.rows()) {
      sums.merge(row.cells().get(trajectory).strip(), table.required(row, reward), Double::sum);
    }
    return sums.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// State and action of each step, as they are written.
  List<List<String>> pairs() {
    var state = table.column("state");
    var action = table.column("action");
    return table.rows().stream()
        .map(row -> List.of(row.cells().get(state).strip(), row.cells().get(action).strip()))
        .toList();
  }
}

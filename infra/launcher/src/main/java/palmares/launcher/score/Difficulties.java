package palmares.launcher.score;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import palmares.launcher.table.CsvTable;
import palmares.launcher.terminal.CommandFailure;

/// How difficult each instruction is, by its index.
record Difficulties(Path path, Map<String, Double> values) {

  static Difficulties read(Path path) {
    var table = CsvTable.read(path, "file of difficulties");
    var index = table.column("index");
    var value = table.column("instruction_difficulty");
    var values = new HashMap<String, Double>();
    for (var row : table.rows()) {
      var name = row.cells().get(index).strip();
      if (values.put(name, table.required(row, value)) != null) {
        throw CommandFailure.badInput(
            "%s:%d: index '%s' stands twice".formatted(path, row.line(), name));
      }
    }
    return new Difficulties(path, values);
  }

  /// @throws CommandFailure if there is none, naming the file that asks
  double of(String index, Path file, long line) {
    var value = values.get(index);
    if (value == null) {
      throw CommandFailure.badInput(
          "%s:%d: misaligned: %s has no instruction '%s'".formatted(file, line, path, index));
    }
    return value;
  }
}

package palmares.launcher.compare;

import java.nio.file.Path;
import java.util.HashSet;
import palmares.launcher.table.CsvTable;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.evidence.ScoreTable;

/// A CSV file of scores: a row for each example, whose name comes first, and a column for each
/// system. An empty cell is a gap.
final class ScoreFile {

  private ScoreFile() {}

  /// @throws CommandFailure naming the line and what was expected, if the file holds no scores
  static ScoreTable read(Path path) {
    var table = CsvTable.read(path, "file of scores");
    var systems = table.header().subList(1, table.header().size());
    if (systems.size() < 2) {
      throw CommandFailure.badInput(
          path + ":1: expected a column for the example and one for each of two systems or more");
    }
    var examples = table.rows().stream().map(row -> row.cells().getFirst()).toList();
    var seen = new HashSet<String>();
    for (var row : table.rows()) {
      if (!seen.add(row.cells().getFirst())) {
        throw CommandFailure.badInput(
            "%s:%d: each example must stand once: '%s'"
                .formatted(path, row.line(), row.cells().getFirst()));
      }
    }
    var scores = ScoreTable.builder(systems, examples);
    for (var example = 0; example < examples.size(); example++) {
      for (var system = 0; system < systems.size(); system++) {
        var score = table.number(table.rows().get(example), system + 1);
        if (score.isPresent()) {
          scores.put(system, example, score.getAsDouble());
        }
      }
    }
    return scores.build();
  }
}

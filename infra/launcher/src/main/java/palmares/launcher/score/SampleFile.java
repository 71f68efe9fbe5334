package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.terminal.CommandFailure;

/// Several samples of systems for the same examples, a row each: `example` and, as far as there are
/// such, `system`, `answer`, `right`, `score`, `followed`, `given`.
///
/// @param columns those of them that the file has
/// @param samples by system, then by example
record SampleFile(Set<String> columns, Map<String, Map<String, List<Sample>>> samples) {

  private static final List<String> KNOWN =
      List.of("system", "answer", "right", "score", "followed", "given");

  /// Without a column, the text is empty and the number 0.
  record Sample(String answer, boolean isRight, double score, int followed, int given) {}

  /// @throws CommandFailure naming the line and what was expected
  static SampleFile read(Path path) {
    var table = CsvTable.read(path, "file of samples");
    var example = table.column("example");
    var columns = new TreeSet<>(KNOWN);
    columns.retainAll(table.header());
    var samples = new LinkedHashMap<String, Map<String, List<Sample>>>();
    for (var row : table.rows()) {
      var system = columns.contains("system") ? text(table, row, "system") : "all";
      samples
          .computeIfAbsent(system, name -> new LinkedHashMap<>())
          .computeIfAbsent(row.cells().get(example).strip(), name -> new ArrayList<>())
          .add(sample(table, row, columns));
    }
    return new SampleFile(columns, samples);
  }

  private static Sample sample(CsvTable table, Row row, Set<String> columns) {
    return new Sample(
        columns.contains("answer") ? text(table, row, "answer") : "",
        columns.contains("right") && whole(table, row, "right", 1) == 1,
        columns.contains("score") ? table.required(row, table.column("score")) : 0,
        columns.contains("followed") ? whole(table, row, "followed", 1_000_000) : 0,
        columns.contains("given") ? whole(table, row, "given", 1_000_000) : 0);
  }

  private static String text(CsvTable table, Row row, String column) {
    return row.cells().get(table.column(column)).strip();
  }

  private static int whole(CsvTable table, Row row, String column, int most) {
    var value = table.required(row, table.column(column));
    if (value != Math.rint(value) || value < 0 || value > most) {
      throw CommandFailure.badInput(
          "%s:%d: %s must be a whole number from 0 to %d: '%s'"
              .formatted(table.path(), row.line(), column, most, text(table, row, column)));
    }
    return (int) value;
  }
}

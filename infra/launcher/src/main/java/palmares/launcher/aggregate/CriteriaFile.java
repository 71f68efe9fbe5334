package palmares.launcher.aggregate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import palmares.launcher.table.CsvTable;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;

/// A table of systems by criteria: the first column names the system, each other one is a
/// criterion.
final class CriteriaFile {

  /// The name under which the table stands in the evidence.
  static final String TABLE = "table";

  private CriteriaFile() {}

  /// @param chosen criteria; all if empty
  /// @param lower criteria in which less is better
  /// @throws CommandFailure naming the line and what was expected
  static Evidence read(Path path, List<String> chosen, List<String> lower) {
    var table = CsvTable.read(path, "table of criteria");
    var criteria = chosen.isEmpty() ? table.header().subList(1, table.header().size()) : chosen;
    if (criteria.isEmpty()) {
      throw CommandFailure.badInput(
          path + ":1: no criteria; expected a column of systems and one or more of numbers");
    }
    for (var name : lower) {
      if (!criteria.contains(name)) {
        throw CommandFailure.badInput(
            "--lower names no criterion: '%s'; there are %s".formatted(name, criteria));
      }
    }
    var scores = ScoreTable.builder(systems(table), criteria);
    for (var k = 0; k < criteria.size(); k++) {
      var column = table.column(criteria.get(k));
      var sign = lower.contains(criteria.get(k)) ? -1 : 1;
      for (var system = 0; system < table.rows().size(); system++) {
        var value = table.number(table.rows().get(system), column);
        if (value.isPresent()) {
          scores.put(system, k, sign * value.getAsDouble());
        }
      }
    }
    return new Evidence(
        new TreeMap<>(Map.of(TABLE, scores.build())),
        Map.of(),
        Map.of(),
        categories(criteria),
        Map.of());
  }

  /// What stands before the bar in the name of a criterion, `CATEGORY|criterion`.
  private static Map<String, List<String>> categories(List<String> criteria) {
    var categories = new HashMap<String, List<String>>();
    for (var name : criteria) {
      var bar = name.indexOf('|');
      if (bar > 0) {
        categories.put(name, List.of(name.substring(0, bar).strip()));
      }
    }
    return categories;
  }

  private static List<String> systems(CsvTable table) {
    var names = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var row : table.rows()) {
      var name = row.cells().getFirst().strip();
      if (name.isEmpty() || !seen.add(name)) {
        throw CommandFailure.badInput(
            "%s:%d: each system must have a name of its own: '%s'"
                .formatted(table.path(), row.line(), name));
      }
      names.add(name);
    }
    return names;
  }
}

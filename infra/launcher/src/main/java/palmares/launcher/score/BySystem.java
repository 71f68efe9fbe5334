package palmares.launcher.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;

/// The rows of a table by the system they are of, for files that may be of one system alone.
final class BySystem {

  private BySystem() {}

  /// In the order of the file; all rows are of `all` where there is no column `system`.
  static SequencedMap<String, List<Row>> of(CsvTable table) {
    var place = table.header().indexOf("system");
    var rows = new LinkedHashMap<String, List<Row>>();
    for (var row : table.rows()) {
      var system = place < 0 ? "all" : row.cells().get(place).strip();
      rows.computeIfAbsent(system, name -> new ArrayList<>()).add(row);
    }
    return rows;
  }
}

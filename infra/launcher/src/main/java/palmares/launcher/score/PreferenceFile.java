package palmares.launcher.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.board.LengthControlFit.Rows;

/// The preferences of one system over the baseline.
///
/// @param preference from 0 to 1, by row
/// @param ahead characters of the baseline's response less those of the system's
record PreferenceFile(Path path, CsvTable table, double[] preference, double[] ahead) {

  private static final double DRAW = 0;

  /// The file itself, or the CSV files of a folder by name.
  static List<Path> all(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var files = Files.list(path)) {
      var found = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
      if (found.isEmpty()) {
        throw CommandFailure.badInput("no file .csv in " + path);
      }
      return found;
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /// @throws CommandFailure naming the line and what was expected
  static PreferenceFile read(Path path) {
    var table = CsvTable.read(path, "file of preferences");
    var seen = new HashSet<String>();
    for (var row : table.rows()) {
      if (!seen.add(index(table, row))) {
        throw CommandFailure.badInput(
            "%s:%d: index '%s' stands twice".formatted(path, row.line(), index(table, row)));
      }
    }
    var first = table.column("len_1");
    var second = table.column("len_2");
    return new PreferenceFile(
        path,
        table,
        table.rows().stream().mapToDouble(row -> preference(table, row)).toArray(),
        table.rows().stream()
            .mapToDouble(row -> table.required(row, first) - table.required(row, second))
            .toArray());
  }

  String system() {
    return String.valueOf(path.getFileName()).replaceFirst("\\.csv$", "");
  }

  int size() {
    return preference.length;
  }

  double winRate() {
    return 100 * Arrays.stream(preference).average().orElseThrow();
  }

  /// 0 for one row.
  double standardError() {
    var mean = winRate() / 100;
    var squares = Arrays.stream(preference).map(each -> (each - mean) * (each - mean)).sum();
    return size() < 2 ? 0 : 100 * Math.sqrt(squares / (size() - 1) / size());
  }

  boolean isOfOneLength() {
    return Arrays.stream(ahead).allMatch(each -> each == ahead[0]);
  }

  /// @throws IllegalArgumentException if the model cannot be fitted to them
  Rows rows(Difficulties difficulties) {
    var difficulty =
        table.rows().stream()
            .mapToDouble(row -> difficulties.of(index(table, row), path, row.line()))
            .toArray();
    var instructions = table.rows().stream().map(row -> index(table, row)).toList();
    return new Rows(instructions, preference, ahead, difficulty);
  }

  private static double preference(CsvTable table, Row row) {
    var value = table.required(row, table.column("preference"));
    if (value == DRAW) {
      return 0.5;
    }
    if (!(value >= 1 && value <= 2)) {
      throw CommandFailure.badInput(
          "%s:%d: preference must be from 1 to 2, or 0 for a draw: %s"
              .formatted(table.path(), row.line(), value));
    }
    return value - 1;
  }

  private static String index(CsvTable table, Row row) {
    return row.cells().get(table.column("index")).strip();
  }
}

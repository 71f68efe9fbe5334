package palmares.launcher.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import palmares.launcher.terminal.CommandFailure;

/// A CSV file with a header, held in memory.
///
/// @param header the names of the columns, each once
public record CsvTable(Path path, List<String> header, List<Row> rows) {

  /// @param line of the file that the row starts in
  public record Row(long line, List<String> cells) {}

  public CsvTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /// @param what the file holds, such as "file of ratings"
  /// @throws CommandFailure naming the line and what was expected, if it is no such table
  public static CsvTable read(Path path, String what) {
    var header = new ArrayList<String>();
    var rows = new ArrayList<Row>();
    new CsvFile(path, what)
        .read(records -> {
          if (!records.hasNext()) {
            throw CommandFailure.badInput(path + " is empty; expected a header");
          }
          records.next().getFields().forEach(name -> header.add(name.strip()));
          requireDistinct(path, header);
          while (records.hasNext()) {
            rows.add(row(path, records.next(), header.size()));
          }
        });
    if (rows.isEmpty()) {
      throw CommandFailure.badInput(path + " has a header but no rows");
    }
    return new CsvTable(path, header, rows);
  }

  /// The place of a column.
  ///
  /// @throws CommandFailure if there is none of that name, naming those there are
  public int column(String name) {
    var place = header.indexOf(name);
    if (place < 0) {
      throw CommandFailure.badInput(
          "%s has no column '%s'; there are %s".formatted(path, name, header));
    }
    return place;
  }

  /// The number in a cell, empty where the cell is.
  ///
  /// @throws CommandFailure if it is no finite number
  public OptionalDouble number(Row row, int column) {
    var text = row.cells().get(column).strip();
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      var number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException e) {
      throw CommandFailure.badInput(notANumber(row, column, text), e);
    }
    throw CommandFailure.badInput(notANumber(row, column, text));
  }

  /// The number in a cell that must not be empty.
  ///
  /// @throws CommandFailure if it is no finite number
  public double required(Row row, int column) {
    return number(row, column)
        .orElseThrow(() -> CommandFailure.badInput(notANumber(row, column, "")));
  }

  private String notANumber(Row row, int column, String text) {
    return "%s:%d: %s must be a finite number: '%s'"
        .formatted(path, row.line(), header.get(column), text);
  }

  private static Row row(Path path, CsvRecord record, int size) {
    var line = record.getStartingLineNumber();
    if (record.getFieldCount() != size) {
      throw CommandFailure.badInput(
          "%s:%d: %d fields; the header has %d"
              .formatted(path, line, record.getFieldCount(), size));
    }
    return new Row(line, List.copyOf(record.getFields()));
  }

  private static void requireDistinct(Path path, List<String> header) {
    var seen = new HashSet<String>();
    for (var name : header) {
      if (!seen.add(name)) {
        throw CommandFailure.badInput("%s:1: column '%s' stands twice".formatted(path, name));
      }
    }
  }
}

package palmares.launcher.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.SafeText;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import palmares.scoring.ranking.Fit;

/// What a command computed, for people and for programs.
///
/// @param method as `id@version`, or the name of the command
/// @param columns the names of the cells of every row
/// @param rows cells are texts, numbers, or null where there is nothing
public record Report(
    String method,
    Map<String, String> settings,
    Optional<Fit> fit,
    List<String> columns,
    List<List<@Nullable Object>> rows,
    List<String> notes) {

  /// This report with more notes.
  public Report with(List<String> more) {
    var all = new ArrayList<>(notes);
    all.addAll(more);
    return new Report(method, settings, fit, columns, rows, all);
  }

  public String as(Format format) {
    return switch (format) {
      case table -> text();
      case json -> json();
      case csv -> csv();
      case markdown -> markdown();
    };
  }

  private String text() {
    var table =
        new TextTable(columns.stream().map(name -> new Column(name, side(name), 60)).toList());
    for (var row : rows) {
      table.row(cells(row, Report::rounded));
    }
    var notesText =
        notes.stream()
            .map(note -> "note: " + SafeText.oneLine(note) + "\n")
            .collect(Collectors.joining());
    return method + "\n" + table + notesText;
  }

  private TextTable.Side side(String name) {
    var place = columns.indexOf(name);
    return rows.stream().anyMatch(row -> row.get(place) instanceof Number)
        ? TextTable.Side.RIGHT
        : TextTable.Side.LEFT;
  }

  private String csv() {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(columns);
      for (var row : rows) {
        csv.writeRecord(
            cells(row, cell -> cell instanceof String word ? SafeText.cell(word) : "" + cell));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into memory", e);
    }
    return text.toString();
  }

  private String markdown() {
    var lines = new ArrayList<String>();
    lines.add(line(columns));
    lines.add(line(columns.stream().map(name -> "---").toList()));
    for (var row : rows) {
      lines.add(line(cells(row, Report::rounded)));
    }
    return String.join("", lines);
  }

  private static String line(List<String> cells) {
    return cells.stream().map(SafeText::markdown).collect(Collectors.joining(" | ", "| ", " |"))
        + "\n";
  }

  private String json() {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("method", method);
      json.writeObjectFieldStart("settings");
      for (var setting : settings.entrySet()) {
        json.writeStringField(setting.getKey(), setting.getValue());
      }
      json.writeEndObject();
      if (fit.isPresent()) {
        json.writeObjectFieldStart("fit");
        json.writeBooleanField("converged", fit.get().converged());
        json.writeNumberField("iterations", fit.get().iterations());
        json.writeNumberField("gradientNorm", fit.get().gradientNorm());
        json.writeEndObject();
      }
      json.writeArrayFieldStart("notes");
      for (var note : notes) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("rows");
      for (var row : rows) {
        object(json, row);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into memory", e);
    }
    return text.append('\n').toString();
  }

  private void object(JsonGenerator json, List<@Nullable Object> row) throws IOException {
    json.writeStartObject();
    for (var k = 0; k < columns.size(); k++) {
      json.writeFieldName(columns.get(k));
      switch (row.get(k)) {
        case null -> json.writeNull();
        case Double number -> json.writeNumber(number);
        case Integer number -> json.writeNumber(number);
        case Object other -> json.writeString(other.toString());
      }
    }
    json.writeEndObject();
  }

  private static List<String> cells(List<@Nullable Object> row, Function<Object, String> shown) {
    return row.stream().map(cell -> cell == null ? "" : shown.apply(cell)).toList();
  }

  private static String rounded(Object cell) {
    return cell instanceof Double number
        ? String.format(Locale.ROOT, Math.abs(number) < 1000 ? "%.4f" : "%.1f", number)
        : cell.toString();
  }
}

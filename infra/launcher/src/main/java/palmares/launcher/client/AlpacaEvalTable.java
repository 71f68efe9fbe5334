package palmares.launcher.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import palmares.launcher.terminal.CommandFailure;

/// A file of AlpacaEval as pandas writes it, separated by commas or tabs: the same rows as in JSON,
/// one a line, so that a flaw names the line that its row has in a table without line breaks.
final class AlpacaEvalTable {

  /// What may be missing; pandas writes it as an empty cell.
  private static final Set<String> OPTIONAL =
      Set.of("input", "dataset", "generator", "generator_2");

  private static final String NUMBER = "preference";

  private AlpacaEvalTable() {}

  /// Whether the name says that a file is one.
  static boolean is(Path file) {
    var name = name(file);
    return name.endsWith(".csv") || name.endsWith(".tsv");
  }

  /// @throws CommandFailure if it cannot be read as a table
  static byte[] asJson(Path file) {
    var json = new ByteArrayOutputStream();
    try (var in = open(file);
        var rows =
            CsvReader.builder()
                .fieldSeparator(name(file).endsWith(".tsv") ? '\t' : ',')
                .skipEmptyLines(true)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
        var out = new JsonFactory().createGenerator(json)) {
      out.writeStartArray();
      for (var row : rows) {
        out.writeRaw('\n');
        write(row, out);
      }
      out.writeEndArray();
    } catch (CsvParseException e) {
      throw CommandFailure.badInput("%s is no table: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + file, e);
    }
    return json.toByteArray();
  }

  private static void write(NamedCsvRecord row, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (var field : row.getFieldsAsMap().entrySet()) {
      var name = field.getKey().replace("\uFEFF", "");
      var text = field.getValue();
      if (name.equals(NUMBER)) {
        out.writeFieldName(name);
        number(text.strip(), out);
      } else if (!name.isEmpty() && !(text.isEmpty() && OPTIONAL.contains(name))) {
        out.writeStringField(name, text);
      }
    }
    out.writeEndObject();
  }

  private static void number(String text, JsonGenerator out) throws IOException {
    if (text.isEmpty() || text.equalsIgnoreCase("nan")) {
      out.writeNull();
    } else if (text.matches("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?")) {
      out.writeNumber(Double.parseDouble(text));
    } else {
      out.writeString(text);
    }
  }

  private static InputStream open(Path file) throws IOException {
    var in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static String name(Path file) {
    return file.toString().replaceFirst("\\.gz$", "");
  }
}

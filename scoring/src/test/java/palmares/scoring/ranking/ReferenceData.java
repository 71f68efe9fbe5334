package palmares.scoring.ranking;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tables with published results that may not be handed on; tests on them are skipped where they
/// are absent.
public final class ReferenceData {

  private ReferenceData() {}

  /// The lines of a CSV file without quotes, by column name.
  public static List<Map<String, String>> csv(String path) {
    try {
      var lines = Files.readAllLines(file(path));
      var header = lines.getFirst().split(",", -1);
      return lines.stream().skip(1).map(line -> row(header, line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path file(String path) {
    var root = System.getProperty("palmares.root", "..");
    var file = Path.of(root).resolve("../shared/data").resolve(path);
    assumeTrue(Files.exists(file), () -> "reference data is absent: " + file);
    return file;
  }

  /// The number under a name that stands once in a JSON file.
  public static double number(String path, String name) {
    var matcher =
        Pattern.compile('"' + Pattern.quote(name) + "\"\\s*:\\s*([-+0-9.eE]+)").matcher(text(path));
    if (!matcher.find()) {
      throw new IllegalArgumentException(path + " has no number '" + name + "'");
    }
    return Double.parseDouble(matcher.group(1));
  }

  public static String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(String[] header, String[] cells) {
    var row = new LinkedHashMap<String, String>();
    for (var i = 0; i < header.length; i++) {
      row.put(header[i], cells[i]);
    }
    return row;
  }
}

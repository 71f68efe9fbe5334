package palmares.scoring.ranking;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables with published results that may not be handed on; tests on them are skipped where they
/// are absent.
final class ReferenceData {

  private ReferenceData() {}

  /// The lines of a CSV file without quotes, by column name.
  static List<Map<String, String>> csv(String path) {
    try {
      var lines = Files.readAllLines(file(path));
      var header = lines.getFirst().split(",", -1);
      return lines.stream().skip(1).map(line -> row(header, line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String path) {
    var root = System.getProperty("palmares.root", "..");
    var file = Path.of(root).resolve("../shared/data").resolve(path);
    assumeTrue(Files.exists(file), () -> "reference data is absent: " + file);
    return file;
  }

  private static Map<String, String> row(String[] header, String[] cells) {
    var row = new LinkedHashMap<String, String>();
    for (var i = 0; i < header.length; i++) {
      row.put(header[i], cells[i]);
    }
    return row;
  }
}

package palmares.scoring.battle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Real data with expected results, kept beside the project and not part of it.
final class SharedData {

  private static final Path FOLDER =
      Path.of(System.getProperty("palmares.root", "..")).resolve("../shared/data").normalize();

  private SharedData() {}

  /// The rows of a CSV file by column name. Skips the test where the data is absent.
  static List<Map<String, String>> rows(String name) {
    var file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
    try {
      var lines = Files.readAllLines(file);
      var header = lines.getFirst().split(",", -1);
      var rows = new ArrayList<Map<String, String>>();
      for (var line : lines.subList(1, lines.size())) {
        var cells = line.split(",", -1);
        if (cells.length != header.length) {
          throw new IllegalStateException(file + ": " + line);
        }
        var row = new LinkedHashMap<String, String>();
        for (var k = 0; k < cells.length; k++) {
          row.put(header[k], cells[k]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  /// Votes as battles, in file order.
  static Battles votes(String name, String left, String right) {
    var builder = Battles.builder();
    for (var row : rows(name)) {
      var outcome =
          switch (row.get("winner")) {
            case "left", "model_a" -> 1.0;
            case "right", "model_b" -> 0.0;
            default -> 0.5;
          };
      builder.add(row.get(left), row.get(right), outcome);
    }
    return builder.build();
  }
}

package palmares.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import palmares.launcher.Shell;

/// `palmares score` in this process, on files of a folder and of others.
final class ScoreShell {

  private final Path folder;
  private final Shell shell;

  ScoreShell(Path folder) {
    this.folder = folder;
    this.shell = new Shell(folder);
  }

  /// A file of this text.
  String file(String text) throws IOException {
    return Files.writeString(folder.resolve("scores.csv"), text).toString();
  }

  /// What a score prints as JSON.
  JsonNode report(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("score"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    var code = shell.run(all.toArray(String[]::new));
    assertThat(code).as(shell.err()).isZero();
    return new ObjectMapper().readTree(shell.out());
  }

  JsonNode rows(String... arguments) throws IOException {
    return report(arguments).get("rows");
  }

  /// What a score says of bad input.
  String refusal(String... arguments) {
    var all = new ArrayList<>(List.of("score"));
    all.addAll(List.of(arguments));
    assertThat(shell.run(all.toArray(String[]::new))).isEqualTo(2);
    return shell.err();
  }

  /// Skips the test where the data is absent.
  static Path shared(String name) {
    var root = Path.of(System.getProperty("palmares.root", "../.."));
    var file = root.resolve("../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
    return file;
  }

  static List<NamedCsvRecord> records(String name) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(shared(name))) {
      return csv.stream().toList();
    }
  }

  static double number(NamedCsvRecord record, String column) {
    return Double.parseDouble(record.getField(column));
  }
}

package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

/// Imports by the command, on a platform as anyone runs it.
class ImportOnAPlatformTest {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("palmares.root")));
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path home;
  private static PlatformProcess platform;
  private static Shell admin;

  @BeforeAll
  static void start() throws IOException {
    platform = PlatformProcess.start(home.resolve("data"), home.resolve("up.out"));
    admin = platform.admin(home);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    platform.process().destroyForcibly().waitFor();
  }

  @Test
  void everyCommandOfThePageWorksAsItStandsThere() throws IOException {
    writeFilesOfThePage();
    var commands =
        Files.readAllLines(ROOT.resolve("docs/import.md")).stream()
            .filter(line -> line.startsWith("palmares "))
            .toList();

    assertThat(commands).hasSizeGreaterThan(5);
    for (var command : commands) {
      var words = List.of(command.replaceAll("(results/|votes.csv)", home + "/$1").split(" "));
      var code = admin.run(words.subList(1, words.size()).toArray(String[]::new));
      assertThat(code).as(command + "\n" + admin.err()).isZero();
    }
    var row = row(board("alpaca-eval", "judge-vs-gpt4-1106-preview", 2), "NullModel");
    assertThat(row.at("/labels/flag").asText())
        .isEqualTo("the same response to every one of 2 prompts");
    assertThat(row.at("/labels/evidence").asText())
        .isEqualTo("claimed elsewhere, not measured here");
  }

  /// Expected ratings: Elo by FastChat's own loop over the same rows, Bradley-Terry by evalica (its
  /// scores have a geometric mean of 1).
  @Test
  void battlesOfTheReferenceDataGetTheRatingsThatOthersGiveThem() {
    for (var name : List.of("llmfao", "food", "simple")) {
      var code =
          admin.run(
              "import", "battles", shared("evalica/" + name + ".csv"), "--benchmark", "x-" + name);
      assertThat(code).as(admin.err()).isZero();
      var expected = records("evalica/expected_" + name + ".csv");
      var elo = board("x-" + name, "elo", expected.size());
      var bradleyTerry = board("x-" + name, "bradley-terry", expected.size());
      for (var model : expected) {
        var system = model.getField("model");
        assertThat(row(elo, system).get("value").asDouble())
            .as(name + " " + system)
            .isCloseTo(number(model, "fastchat_elo_K4"), within(1e-6));
        assertThat(row(bradleyTerry, system).get("value").asDouble())
            .as(name + " " + system)
            .isCloseTo(1000 + 400 * Math.log10(number(model, "evalica_bt")), within(1e-3));
      }
    }
    for (var file : List.of("citations/citations.csv", "wikipedia_bt/games.csv")) {
      var benchmark = file.replaceAll("/.*", "").replace('_', '-');
      assertThat(admin.run("import", "battles", shared(file), "--benchmark", benchmark)).isZero();
      assertThat(board(benchmark, "bradley-terry", 4).get("rows")).hasSize(4);
    }
    assertThat(admin.run("verify", "--all")).as(admin.err()).isZero();
    assertThat(admin.run("doctor")).as(admin.out()).isZero();
  }

  private static void writeFilesOfThePage() throws IOException {
    for (var system : List.of("gpt4_1106_preview", "NullModel")) {
      var folder = Files.createDirectories(home.resolve("results").resolve(system));
      var judge = Files.createDirectories(folder.resolve("judge"));
      var isBaseline = !system.equals("NullModel");
      var outputs = JSON.createArrayNode();
      var annotations = JSON.createArrayNode();
      for (var prompt : List.of("p1", "p2")) {
        var text = isBaseline ? "Good answer to " + prompt : "}}} withObject";
        var generator = isBaseline ? system : "example";
        outputs
            .addObject()
            .put("instruction", prompt)
            .put("output", text)
            .put("generator", generator);
        annotations
            .addObject()
            .put("instruction", prompt)
            .put("output_1", "Good answer to " + prompt)
            .put("generator_1", "gpt4_1106_preview")
            .put("output_2", text)
            .put("generator_2", generator)
            .put("annotator", "judge")
            .put("preference", isBaseline ? 1.5 : 1.8);
      }
      JSON.writeValue(folder.resolve("model_outputs.json").toFile(), outputs);
      JSON.writeValue(judge.resolve("annotations.json").toFile(), annotations);
    }
    Files.writeString(
        home.resolve("votes.csv"),
        "worker,left,right,winner\n1,a,b,left\n1,b,a,left\n2,a,b,tie\n2,a,b,left\n");
  }

  private static JsonNode board(String benchmark, String name, int rows) {
    return await(benchmark + " " + name)
        .atMost(Duration.ofMinutes(1))
        .until(() -> read(benchmark, name), board -> board.path("rows").size() >= rows);
  }

  private static JsonNode read(String benchmark, String name) throws IOException {
    admin.run("leaderboard", benchmark, name, "--format", "json");
    return JSON.readTree(admin.out());
  }

  private static JsonNode row(JsonNode board, String system) {
    return StreamSupport.stream(board.get("rows").spliterator(), false)
        .filter(row -> row.get("subject").asText().equals(system))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + system + " in " + board));
  }

  private static String shared(String name) {
    var file = ROOT.resolve("../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
    return file.toString();
  }

  private static List<NamedCsvRecord> records(String name) {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(Path.of(shared(name)))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(NamedCsvRecord record, String column) {
    return Double.parseDouble(record.getField(column));
  }
}

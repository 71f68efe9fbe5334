package palmares.launcher.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.launcher.Shell;
import palmares.launcher.terminal.ExitCode;

class CompareCommandTest {

  private static final Path ROOT = Path.of(System.getProperty("palmares.root"));

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void start() {
    shell = new Shell(folder);
  }

  /// Darwin's maize, crossed and self-fertilised, the differences in eighths of an inch. Fisher
  /// 1935, The Design of Experiments, 21: 863 of the 32,768 ways on either side.
  @Test
  void comparesTwoColumnsOfAFile() throws IOException {
    int[] differences = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
    var lines = new StringBuilder("plant,crossed,selfed\n");
    for (var i = 0; i < differences.length; i++) {
      lines.append("p%d,%d,100\n".formatted(i, 100 + differences[i]));
    }

    var pair = json(lines.toString(), "crossed,selfed").get("pairs").get(0);

    var answered = pair.get("answered");
    assertThat(answered.get("permutationP").asDouble()).isEqualTo(2 * 863 / 32_768.0);
    assertThat(answered.get("permutationDraws").asInt()).isZero();
    assertThat(answered.get("better").asInt()).isEqualTo(13);
    assertThat(answered.get("difference").asDouble()).isEqualTo(314 / 15.0);
    assertThat(pair.get("withGaps").isNull()).isTrue();
    assertThat(pair.get("holmP").asDouble()).isEqualTo(2 * 863 / 32_768.0);
  }

  @Test
  void gapsAreNamedAndCountAsTheWorstWhenThatIsGiven() throws IOException {
    var file = file("id,a,b\n1,0.9,0.8\n2,0.7,0.6\n3,,0.4\n4,,0.2\n");

    shell.run("compare", "--scores", file, "--systems", "a,b");
    assertThat(shell.out())
        .contains("a and b: 2 of 4 examples have both scores; 0 have the first alone, 2 the second")
        .contains("this does not say who is better: --worst SCORE counts it");

    shell.run("compare", "--scores", file, "--systems", "a,b", "--worst", "0");
    // By hand: (0.1 + 0.1 - 0.4 - 0.2) / 4
    assertThat(shell.out()).contains("-0.1000").contains("the difference is +0.1000");
  }

  /// scipy 1.17: `(t.ppf(.975, 3) + t.ppf(.8, 3)) * std([1, 0, 1, 1], ddof=1) / sqrt(4)`.
  @Test
  void everyFormatSaysWhichDifferenceWouldBeFound() throws IOException {
    var file = file("id,a,b\n1,1,0\n2,0,0\n3,1,0\n4,1,0\n");

    for (var format : List.of("table", "csv", "markdown")) {
      shell.run("compare", "--scores", file, "--systems", "a,b", "--format", format);
      assertThat(shell.out()).as(format).contains("detectable", "1.040");
    }
    assertThat(shell.out()).startsWith("| left | right | examples |");
  }

  @Test
  void everyTwoOfSeveralAreComparedWithProbabilitiesRaised() throws IOException {
    var lines = new StringBuilder("id,a,b,c\n");
    for (var i = 0; i < 8; i++) {
      lines.append(i).append(",1,0,0\n");
    }

    var pairs = json(lines.toString(), "a,b,c").get("pairs");

    assertThat(pairs).hasSize(3);
    // 2 of 2^8 ways are as far from 0; raised: three times that, then twice, but not below
    assertThat(pairs.get(0).get("answered").get("mcnemarP").asDouble())
        .isCloseTo(2 / 256.0, within(1e-15));
    assertThat(pairs.get(0).get("holmP").asDouble()).isCloseTo(6 / 256.0, within(1e-15));
    assertThat(pairs.get(1).get("holmP").asDouble()).isCloseTo(6 / 256.0, within(1e-15));
    assertThat(pairs.get(2).get("holmP").asDouble()).isEqualTo(1);
    // Benjamini and Hochberg: three times it for the second smallest, divided by 2
    assertThat(pairs.get(0).get("benjaminiHochbergQ").asDouble())
        .isCloseTo(3 / 256.0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | a,b   | is empty; expected a header",
        "id,a,b            | a,b   | has a header but no rows",
        "id,a;1,2          | a,b   | :1: expected a column for the example and one for each",
        "id,a,a            | a,b   | :1: column 'a' stands twice",
        "id,a,b;1,2        | a,b   | :2: 2 fields; the header has 3",
        "id,a,b;1,2,x      | a,b   | :2: b must be a finite number: 'x'",
        "id,a,b;1,2,NaN    | a,b   | :2: b must be a finite number: 'NaN'",
        "id,a,b;1,2,3;1,2,3| a,b   | :3: each example must stand once: '1'",
        "id,a,b;1,2,3      | a,c   | no system 'c'; there are a, b",
        "id,a,b;1,,3       | a,b   | a and b have no example that both have a score for",
        "id,a,b;1,2,3      | a     | --systems needs two different systems or more",
        "id,a,b;1,2,3      | a,a   | --systems needs two different systems or more",
      })
  void refusesWhatCannotBeCompared(String lines, String systems, String message)
      throws IOException {
    var code =
        shell.run("compare", "--scores", file(lines.replace(";", "\n")), "--systems", systems);

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(message);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() throws IOException {
    var file = file("id,a,b\n1,2,3\n");

    for (var setting : List.of("--rounds=1", "--draws=1", "--level=2", "--worst=NaN")) {
      assertThat(shell.run("compare", "--scores", file, "--systems", "a,b", setting))
          .as(setting)
          .isEqualTo(ExitCode.BAD_INPUT);
    }
  }

  /// Expected values from Python's csv and statistics.mean over the rows that have both.
  @Test
  void readsTheScoresOfOthersAsTheyAre() throws IOException {
    var data = ROOT.resolve("../shared/data/arena_bench_v1").normalize();
    assumeTrue(Files.exists(data), () -> "skipped: no reference data at " + data);

    var code =
        shell.run(
            "compare",
            "--scores",
            data.resolve("scores.csv").toString(),
            "--systems",
            "gpt-4-turbo,claude-1",
            "--format",
            "json");

    assertThat(code).as(shell.err()).isEqualTo(ExitCode.DONE);
    var pair = new ObjectMapper().readTree(shell.out()).get("pairs").get(0);
    assertThat(pair.get("examples").asInt()).isEqualTo(300);
    assertThat(pair.get("both").asInt()).isEqualTo(295);
    assertThat(pair.get("answered").get("difference").asDouble())
        .isCloseTo(2.6542372881355933, within(1e-12));
  }

  @Test
  void theExampleOfTheDocumentPrintsWhatItSays() throws IOException {
    var page = Files.readString(ROOT.resolve("docs/scoring.md"));
    var blocks = new ArrayList<String>();
    var section = page.substring(page.indexOf("## Comparing two systems"));
    var block = Pattern.compile("(?s)```[^\n]*\n(.*?)```").matcher(section);
    while (block.find()) {
      blocks.add(block.group(1));
    }
    Files.writeString(folder.resolve("scores.csv"), blocks.getFirst());
    var command = blocks.get(1).lines().findFirst().orElseThrow();
    var arguments =
        List.of(
            command
                .substring("./palmares ".length())
                .replace("scores.csv", folder.resolve("scores.csv").toString())
                .split(" "));

    shell.run(arguments.toArray(String[]::new));

    assertThat(shell.out()).isEqualTo(blocks.get(1).substring(command.length() + 1));
  }

  private JsonNode json(String lines, String systems) throws IOException {
    var code =
        shell.run("compare", "--scores", file(lines), "--systems", systems, "--format", "json");
    assertThat(code).as(shell.err()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(shell.out());
  }

  private String file(String lines) throws IOException {
    return Files.writeString(folder.resolve("given.csv"), lines, UTF_8).toString();
  }
}

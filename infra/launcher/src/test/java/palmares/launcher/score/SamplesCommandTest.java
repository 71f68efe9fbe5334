package palmares.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.launcher.Shell;
import palmares.launcher.terminal.ExitCode;

class SamplesCommandTest {

  private static final Path ROOT = Path.of(System.getProperty("palmares.root"));

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  /// NoveltyBench's own numbers; what it calls distinct is one less than the classes.
  @ParameterizedTest
  @CsvSource({
    "humans, 6.58, 4.729710540805751",
    "gemini-1.5-pro_curated_scores, 1.83, 2.8658255953362173"
  })
  void equalsWhatNoveltyBenchPublishes(String file, double classes, double utility)
      throws IOException {
    var data = ROOT.resolve("../shared/data/formats/L_noveltybench").normalize();
    assumeTrue(Files.exists(data), () -> "skipped: no reference data at " + data);
    var lines = new StringBuilder("example,answer,score\n");
    try (var rows = lines(data.resolve(file + ".jsonl.gz"))) {
      for (var line : rows.lines().toList()) {
        var row = JSON.readTree(line);
        for (var k = 0; k < row.get("partition").size(); k++) {
          lines.append(
              "%s,%s,%s%n"
                  .formatted(
                      row.get("id").asText(),
                      row.get("partition").get(k),
                      row.get("generation_scores").get(k)));
        }
      }
    }

    var found = measures(lines.toString(), "--stat=distinct,utility", "--rounds=100");

    assertThat(found.get("distinct")).isCloseTo(classes, within(1e-12));
    assertThat(found.get("utility")).isCloseTo(utility, within(1e-12));
  }

  /// By hand. Question 1: 4 right (0.2), 5 wrong (0.9), 4 right (0.3), 5 wrong (0.1): shared
  /// majority, 5 by weight, best of all wrong. Question 2: all right, of two spellings.
  @Test
  void givesWhateverTheColumnsAllow() throws IOException {
    var samples =
        """
        system,example,answer,right,score
        s,1,4,1,0.2
        s,1,5,0,0.9
        s,1,4,1,0.3
        s,1,5,0,0.1
        s,2,7,1,0.1
        s,2,7.0,1,0.4
        s,2,7,1,0.5
        s,2,7,1,0.6
        """;

    var found = measures(samples);

    assertThat(found)
        .containsEntry("average", 0.75)
        .containsEntry("worst", 0.5)
        .containsEntry("best", 1.0)
        .containsEntry("majority", 0.75)
        .containsEntry("weighted-vote", 0.5)
        .containsEntry("best-of-n", 0.5)
        .containsEntry("repeatability", 0.625)
        .containsEntry("distinct", 2.0)
        .doesNotContainKey("pif");
    assertThat(found.get("quality")).isCloseTo((1.5 + 1.6) / 8, within(1e-12));
    assertThat(found.get("diverse-quality"))
        .isCloseTo((1.5 / 4 * 2 / 3 + (0.1 + 0.5 + 0.6 + 3 * 0.4) / 12) / 2, within(1e-12));
    assertThat(measures(samples, "--stat=best-of-n", "--n=1")).containsEntry("best-of-n", 0.75);
  }

  /// By hand: of two prompts with three responses, two follow all of the first and one of the
  /// second.
  @Test
  void moreResponsesThatFollowAllAreRarer() throws IOException {
    var samples = "example,followed,given\na,2,2\na,2,2\na,1,2\nb,1,1\nb,0,1\nb,0,1\n";

    assertThat(measures(samples, "--k=1")).containsEntry("pif-n-k", 1.0);
    assertThat(measures(samples, "--k=2")).containsEntry("pif-n-k", 0.5);
    assertThat(measures(samples, "--k=3")).containsEntry("pif-n-k", 0.0);
    assertThat(measures(samples).get("pif")).isCloseTo((5 / 6.0 + 1 / 3.0) / 2, within(1e-12));
  }

  /// By hand, as in RiskCoverageTest; balance: accuracy 3/4 of the calls less mean max(p, 1 - p).
  @Test
  void confidenceIsHeldAgainstWhatWasRight() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("answers.csv"),
            "system,confidence,right\na,0.9,1\na,0.7,1\na,0.4,0\na,0.2,1\nb,3,1\nb,-1,0\n");

    var code =
        shell.run(
            "score",
            "risk-coverage",
            "--scores",
            file.toString(),
            "--coverage=0.5,1",
            "--format=json");

    assertThat(code).as(shell.err()).isZero();
    var rows = JSON.readTree(shell.out()).get("rows");
    assertThat(rows.get(0).get("aurc").asDouble()).isCloseTo(0.14583333333333334, within(1e-15));
    assertThat(rows.get(0).get("accuracy@1.0").asDouble()).isEqualTo(0.75);
    assertThat(rows.get(0).get("balance").asDouble())
        .isCloseTo(0.75 - (0.9 + 0.7 + 0.6 + 0.8) / 4, within(1e-12));
    assertThat(rows.get(1).get("excessAurc").asDouble()).isZero();
    assertThat(rows.get(1).get("balance").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "samples       | example,right;1,2           | ''            | :2: right must be a whole number",
        "samples       | example,answer,right;1,a,1;1,a,0 | ''       | an answer is right or wrong and not both",
        "samples       | example,answer;1,a          | --stat=best   | lacks a column that best needs",
        "samples       | example,answer;1,a          | --stat=mode   | no measure 'mode'; there are average",
        "samples       | example;1                   | ''            | has none of the columns right",
        "samples       | example,right,score;1,1,1   | --n=2         | N must be from 1 to the 1 samples: 2",
        "samples       | example,followed,given;1,2,1 | ''           | 2 of 1",
        "risk-coverage | confidence,right;0.5,0.5    | ''            | :2: right must be 1 or 0: '0.5'",
        "risk-coverage | confidence,right;0.5,1      | --coverage=2  | a coverage must be greater than 0",
      })
  void refusesWhatHasNoMeaning(String score, String lines, String setting, String message)
      throws IOException {
    var file = Files.writeString(folder.resolve("bad.csv"), lines.replace(";", "\n"));
    var option = score.equals("samples") ? "--samples" : "--scores";
    var arguments = new ArrayList<>(List.of("score", score, option, file.toString()));
    if (!setting.isEmpty()) {
      arguments.add(setting);
    }

    assertThat(shell.run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(message);
  }

  @Test
  void thePageNamesEveryMeasure() throws IOException {
    var page = Files.readString(ROOT.resolve("docs/scoring.md"));

    for (var measure : SampleMeasure.values()) {
      assertThat(page).contains("`" + measure.word() + "`");
    }
  }

  private Map<String, Double> measures(String samples, String... settings) throws IOException {
    var file = Files.writeString(folder.resolve("samples.csv"), samples);
    var arguments = new ArrayList<>(List.of("score", "samples", "--samples", file.toString()));
    arguments.addAll(List.of("--format", "json"));
    arguments.addAll(List.of(settings));
    assertThat(shell.run(arguments.toArray(String[]::new))).as(shell.err()).isZero();
    var values = new TreeMap<String, Double>();
    for (var row : JSON.readTree(shell.out()).get("rows")) {
      values.put(row.get("measure").asText(), row.get("value").asDouble());
    }
    return values;
  }

  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}

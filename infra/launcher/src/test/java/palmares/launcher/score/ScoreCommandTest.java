package palmares.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.launcher.Shell;

/// `palmares score` on files as they are.
class ScoreCommandTest {

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void wbRewardEqualsTheMixesThatWildBenchPublishes() throws IOException {
    var rows =
        json(
            "wb-reward",
            "--scores",
            shared("wildbench/table_wb_reward_counts.csv").toString(),
            "--compat",
            "wildbench");

    var compared = 0;
    for (var mix : records("wildbench/expected_wb_reward_mix.csv")) {
      for (var row : rows) {
        if (row.get("K").asText().equals(mix.getField("K"))
            && row.get("system").asText().equals(mix.getField("model"))) {
          compared++;
          assertThat(row.get("reward").asDouble())
              .isCloseTo(number(mix, "published_mixture_of_rewards"), within(1e-9));
          assertThat(row.get("macroReward").asDouble())
              .isCloseTo(number(mix, "published_task_macro_reward"), within(1e-9));
        }
      }
    }
    assertThat(compared).isEqualTo(rows.size()).isGreaterThan(90);
  }

  @Test
  void alpacaEvalEqualsThePublishedWinRateAndTheFitWithoutGamedRows() throws IOException {
    var model =
        records("alpacaeval2/expected_leaderboard.csv").stream()
            .filter(row -> row.getField("model").equals("claude-2.1"))
            .findAny()
            .orElseThrow();

    var row =
        json(
                "alpaca-eval",
                "--scores",
                shared("alpacaeval2/prefs/claude-2.1.csv").toString(),
                "--difficulty",
                shared("alpacaeval2/instruction_difficulty.csv").toString())
            .get(0);

    assertThat(row.get("winRate").asDouble())
        .isCloseTo(number(model, "published_win_rate"), within(2e-10));
    assertThat(row.get("standardError").asDouble())
        .isCloseTo(number(model, "published_standard_error"), within(2e-10));
    assertThat(row.get("lengthControlled").asDouble())
        .isCloseTo(number(model, "noreg_lc"), within(0.05));
  }

  @Test
  void arenaHardEqualsItsScores() throws IOException {
    var rows =
        json(
            "arena-hard",
            "--votes",
            shared("arena_hard_battles/battles.csv").toString(),
            "--baseline",
            "claude-3-haiku-20240307",
            "--cluster",
            "question_id");

    for (var expected : records("arena_hard_battles/expected_arena_hard_score.csv")) {
      for (var row : rows) {
        if (row.get("system").asText().equals(expected.getField("model"))) {
          assertThat(row.get("rating").asDouble())
              .isCloseTo(number(expected, "score_vs_baseline_pct"), within(0.05));
        }
      }
    }
  }

  /// One slight win and one clear defeat of two judged, of three examples: -25 and -50 / 3.
  @Test
  void wbRewardDividesByWhatWasJudgedUnlessToldOtherwise() throws IOException {
    var file = file("model,baseline,total,win_much,win,tie,lose,lose_much\na,b,3,0,1,0,0,1\n");

    var clean = json("wb-reward", "--scores", file).get(0);
    var asPublished = json("wb-reward", "--scores", file, "--compat", "wildbench").get(0);

    assertThat(clean.get("reward").asDouble()).isCloseTo(-25, within(1e-12));
    assertThat(asPublished.get("reward").asDouble()).isCloseTo(-50.0 / 3, within(1e-12));
  }

  @Test
  void aBaselineThatIsMissingLeavesASystemWithoutAReward() throws IOException {
    var file =
        file(
            """
            model,baseline,total,win_much,win,tie,lose,lose_much
            a,x,1,1,0,0,0,0
            a,y,1,1,0,0,0,0
            b,x,1,1,0,0,0,0
            """);

    var rows = json("wb-reward", "--scores", file);

    assertThat(rows.get(0).get("reward").asDouble()).isEqualTo(100);
    assertThat(rows.get(1).get("reward").isNull()).isTrue();
    assertThat(rows.get(1).get("reason").asText()).isEqualTo("1 of 2 baselines missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wb-reward | model,baseline;a,b | has no column 'win_much'",
        "wb-reward | model,baseline,win_much,win,tie,lose,lose_much;a,b,-1,0,0,0,0 | :2: a count must",
        "wb-reward | model,baseline,win_much,win,tie,lose,lose_much;a,b,0,0,0,0,0 | :2: there is no out",
        "alpaca-eval | index,preference,len_1,len_2;0,3,1,2 | :2: preference must be from 1 to 2",
        "alpaca-eval | index,preference,len_1,len_2;0,1,1,2;0,1,2,2 | :3: index '0' stands twice",
        "alpaca-eval | index,preference,len_1,len_2;0,1,1,2;9,1,2,2 | :3: misaligned: ",
      })
  void refusesABadFileWithItsLine(String score, String lines, String message) throws IOException {
    var difficulty = Files.writeString(folder.resolve("d"), "index,instruction_difficulty\n0,1\n");
    var arguments =
        new ArrayList<>(List.of("score", score, "--scores", file(lines.replace(";", "\n"))));
    if (score.equals("alpaca-eval")) {
      arguments.addAll(List.of("--difficulty", difficulty.toString()));
    }

    var code = shell.run(arguments.toArray(String[]::new));

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains(message);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("scores.csv"), text).toString();
  }

  private JsonNode json(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("score"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    var code = shell.run(all.toArray(String[]::new));
    assertThat(code).as(shell.err()).isZero();
    return new ObjectMapper().readTree(shell.out()).get("rows");
  }

  private static Path shared(String name) {
    var root = Path.of(System.getProperty("palmares.root", "../.."));
    var file = root.resolve("../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
    return file;
  }

  private static List<NamedCsvRecord> records(String name) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(shared(name))) {
      return csv.stream().toList();
    }
  }

  private static double number(NamedCsvRecord record, String column) {
    return Double.parseDouble(record.getField(column));
  }
}

package palmares.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.launcher.score.ScoreShell.number;
import static palmares.launcher.score.ScoreShell.records;
import static palmares.launcher.score.ScoreShell.shared;

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

/// `palmares score` on files as they are.
class ScoreCommandTest {

  @TempDir private Path folder;

  private ScoreShell score;

  @BeforeEach
  void openShell() {
    score = new ScoreShell(folder);
  }

  @Test
  void wbRewardEqualsTheMixesThatWildBenchPublishes() throws IOException {
    var rows =
        score.rows(
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
        score
            .rows(
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
        score.rows(
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
    var file =
        score.file("model,baseline,total,win_much,win,tie,lose,lose_much\na,b,3,0,1,0,0,1\n");

    var clean = score.rows("wb-reward", "--scores", file).get(0);
    var asPublished = score.rows("wb-reward", "--scores", file, "--compat", "wildbench").get(0);

    assertThat(clean.get("reward").asDouble()).isCloseTo(-25, within(1e-12));
    assertThat(asPublished.get("reward").asDouble()).isCloseTo(-50.0 / 3, within(1e-12));
  }

  @Test
  void aBaselineThatIsMissingLeavesASystemWithoutAReward() throws IOException {
    var file =
        score.file(
            """
            model,baseline,total,win_much,win,tie,lose,lose_much
            a,x,1,1,0,0,0,0
            a,y,1,1,0,0,0,0
            b,x,1,1,0,0,0,0
            """);

    var rows = score.rows("wb-reward", "--scores", file);

    assertThat(rows.get(0).get("reward").asDouble()).isEqualTo(100);
    assertThat(rows.get(1).get("reward").isNull()).isTrue();
    assertThat(rows.get(1).get("reason").asText()).isEqualTo("1 of 2 baselines missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wb-reward | model,baseline;a,b | has no column 'win_much'",
        "wb-reward | model,baseline,win_much,win,tie,lose,lose_much;a,b,-1,0,0,0,0 | :2: a count"
            + " must",
        "wb-reward | model,baseline,win_much,win,tie,lose,lose_much;a,b,0,0,0,0,0 | :2: there is no"
            + " out",
        "alpaca-eval | index,preference,len_1,len_2;0,3,1,2 | :2: preference must be from 1 to 2",
        "alpaca-eval | index,preference,len_1,len_2;0,1,1,2;0,1,2,2 | :3: index '0' stands twice",
        "alpaca-eval | index,preference,len_1,len_2;0,1,1,2;9,1,2,2 | :3: misaligned: ",
      })
  void refusesABadFileWithItsLine(String name, String lines, String message) throws IOException {
    var difficulty = Files.writeString(folder.resolve("d"), "index,instruction_difficulty\n0,1\n");
    var arguments =
        new ArrayList<>(List.of(name, "--scores", score.file(lines.replace(";", "\n"))));
    if (name.equals("alpaca-eval")) {
      arguments.addAll(List.of("--difficulty", difficulty.toString()));
    }

    var refusal = score.refusal(arguments.toArray(String[]::new));

    assertThat(refusal).contains(message);
  }
}

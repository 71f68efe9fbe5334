package palmares.launcher.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static palmares.launcher.rank.RankCommandTest.json;
import static palmares.launcher.rank.RankCommandTest.row;
import static palmares.launcher.rank.RankCommandTest.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command on real files of votes, against results by other people's code.
class RankReferenceTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "evalica/llmfao.csv, evalica/expected_llmfao.csv",
    "evalica/food.csv, evalica/expected_food.csv",
    "evalica/simple.csv, evalica/expected_simple.csv",
    "arena_hard_battles/battles.csv, arena_hard_battles/expected_battles.csv"
  })
  void equalsArenaRank(String votes, String expected) {
    var votesFile = shared(votes).toString();

    var ranking =
        json(
            run(
                "rank",
                "bradley-terry",
                "--votes",
                votesFile,
                "--compat",
                "arena-rank",
                "--format",
                "json"));

    for (var model : records(expected)) {
      var row = row(ranking.get("rows"), model.getField("model"));
      assertThat(row.get("rating").asDouble())
          .isCloseTo(number(model, "arenarank_bt"), within(1e-6));
      assertThat(row.get("low").asDouble())
          .isCloseTo(number(model, "arenarank_lower"), within(1e-6));
      assertThat(row.get("high").asDouble())
          .isCloseTo(number(model, "arenarank_upper"), within(1e-6));
    }
  }

  @Test
  void countsOfCitationsGiveThePublishedAbilitiesAndErrors() {
    var votes = shared("citations/citations.csv").toString();

    var ranking =
        json(
            run(
                "rank",
                "bradley-terry",
                "--votes",
                votes,
                "--set",
                "anchor=Biometrika:0",
                "--format",
                "json"));

    var logit = Math.log(10) / 400;
    for (var journal : records("citations/expected_citations.csv")) {
      var row = row(ranking.get("rows"), journal.getField("journal"));
      assertThat(row.get("rating").asDouble() * logit)
          .isCloseTo(number(journal, "published_BradleyTerry2"), within(1e-4));
      if (!row.get("low").isNull()) {
        // The published errors trust the model; a sandwich need not agree to better than a fifth.
        var error = (row.get("high").asDouble() - row.get("low").asDouble()) * logit / 2 / 1.96;
        assertThat(error / number(journal, "published_se")).isBetween(0.8, 1.2);
      }
    }
  }

  @Test
  void readsVotesWithFeaturesOfStyle() {
    var votes = shared("style_control/votes.csv").toString();

    var ranking = json(run("rank", "bradley-terry", "--votes", votes, "--format", "json"));

    for (var model : records("style_control/expected_style_control.csv")) {
      var row = row(ranking.get("rows"), model.getField("model"));
      // FastChat's L-BFGS stops up to 0.065 short of the optimum.
      assertThat(row.get("rating").asDouble()).isCloseTo(number(model, "fastchat_bt"), within(0.1));
    }
  }

  @Test
  void takesStyleOutAsArenaRankDoes() {
    var votes = shared("style_control/votes.csv").toString();

    var ranking =
        json(
            run(
                ("rank style-control --style tokens,header,list,bold --compat arena-rank --format"
                        + " json --votes "
                        + votes)
                    .split(" ")));

    for (var model : records("style_control/expected_style_control.csv")) {
      var row = row(ranking.get("rows"), model.getField("model"));
      assertThat(row.get("low").asDouble())
          .isCloseTo(number(model, "arenarank_ctx_lower"), within(1e-6));
    }
  }

  private static Path shared(String name) {
    var root = Path.of(System.getProperty("palmares.root", "../.."));
    var file = root.resolve("../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
    return file;
  }

  private static List<NamedCsvRecord> records(String name) {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(shared(name))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double number(NamedCsvRecord record, String column) {
    return Double.parseDouble(record.getField(column));
  }
}

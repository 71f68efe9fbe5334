package palmares.api.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static palmares.api.imported.Boards.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Multipart;
import palmares.api.RunningApi;

/// Real files of AlpacaEval 2, which may not be handed on, and the rows it publishes for them.
class AlpacaEvalReferenceTest {

  private static final String BOARD = "weighted-alpaca-eval-gpt4-turbo-vs-gpt4-1106-preview";

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void everyPublishedRowComesOutAndTheAttackIsFlaggedByItsOwnNumbers() throws IOException {
    var published = published();
    for (var model : published.keySet()) {
      var folder = shared().resolve(model);
      var answer =
          new Multipart()
              .file("outputs", Files.readAllBytes(folder.resolve("model_outputs.json.gz")))
              .file("annotations", Files.readAllBytes(folder.resolve("annotations.json.gz")))
              .post(API.organiser("ada"), "imports/alpaca-eval?system=" + model);
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.at("taken")).isEqualTo(published.get(model).get("n_total"));
    }

    var board = new Boards(API).built("alpaca-eval", BOARD, published.size());

    published.forEach((model, expected) -> {
      var row = row(board, model);
      assertThat(row.columns().get("win rate"))
          .as(model)
          .isCloseTo(number(expected, "win_rate"), within(1e-9));
      assertThat(row.columns().get("standard error"))
          .as(model)
          .isCloseTo(number(expected, "standard_error"), within(1e-9));
      assertThat(row.columns())
          .as(model)
          .containsEntry("wins", number(expected, "n_wins"))
          .containsEntry("losses", number(expected, "n_wins_base"))
          .containsEntry("draws", number(expected, "n_draws"));
      var gaps = 805 - number(expected, "n_total");
      assertThat(row.value())
          .as(model)
          .isCloseTo(number(expected, "win_rate") * (805 - gaps) / 805, within(1e-9));
    });
    assertThat(row(board, "NullModel").labels())
        .containsEntry("flag", "the same response to every one of 805 prompts");
    assertThat(row(board, "NullModel").columns())
        .containsEntry("different responses", 1.0)
        .containsEntry("chars", 872.0);
    assertThat(board.rows())
        .filteredOn(row -> row.labels().containsKey("flag"))
        .extracting(row -> row.subject())
        .containsExactly("NullModel");
    assertThat(API.admin().post("snapshots/" + board.snapshot() + "/verification", "").at("equal"))
        .isEqualTo("true");
    assertThat(API.admin().get("doctor?deep=true").text()).contains("\"healthy\":true");
  }

  @Test
  void aFileOfAlpacaEval1IsTakenWithItsDrawsAndWithoutWhatWasNotUnderstood() throws IOException {
    var file = shared().resolve("v1_text_davinci_001/annotations_alpaca_eval_gpt4.json.gz");

    var answer =
        new Multipart()
            .file("annotations", Files.readAllBytes(file))
            .post(API.organiser("ada"), "imports/alpaca-eval?benchmark=alpaca-eval-1");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    // expected.json beside it: 805 rows, 20 of them 0 and one null
    assertThat(answer.at("rows") + " " + answer.at("taken")).isEqualTo("805 804");
    assertThat(answer.at("skipped[0].rows") + " " + answer.at("noticed[0].rows")).isEqualTo("1 20");
    var row =
        row(
            new Boards(API).built("alpaca-eval-1", "alpaca-eval-gpt4-vs-text-davinci-003", 1),
            "text_davinci_001");
    assertThat(row.columns())
        .containsEntry("wins", 112.0)
        .containsEntry("draws", 20.0)
        .containsEntry("losses", 672.0);
  }

  private static Path shared() {
    var root = Path.of(System.getProperty("palmares.root", ".."));
    var folder = root.resolve("../shared/data/formats/C_alpaca_eval").normalize();
    assumeTrue(Files.isDirectory(folder), () -> "skipped: no reference data at " + folder);
    return folder;
  }

  /// The published rows by model, the baseline first because it has every prompt.
  private static Map<String, Map<String, String>> published() throws IOException {
    var lines = Files.readAllLines(shared().resolve("leaderboard_subset.csv"));
    var header = lines.getFirst().split(",", -1);
    var rows = new LinkedHashMap<String, Map<String, String>>();
    rows.put("gpt4_1106_preview", Map.of());
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      var row = new LinkedHashMap<String, String>();
      for (var i = 1; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.put(cells[0], row);
    }
    return rows;
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}

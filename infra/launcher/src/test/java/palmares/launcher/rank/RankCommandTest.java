package palmares.launcher.rank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.launcher.Palmares;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;

class RankCommandTest {

  private static final String VOTES =
      """
      left,right,winner
      a,b,left
      b,a,left
      b,c,left
      c,a,left
      a,c,tie
      """;

  @TempDir private Path folder;

  record Ended(int exitCode, String out, String err) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "left,right,winner      | a,b,left          | a,b,right         | a,b,tie",
        "model_a,model_b,winner | a,b,model_a       | b,a,model_a       | a,b,tie (bothbad)",
        "model_a,model_b,winner | b,a,model_b       | a,b,model_b       | a,b,both_bad",
        "a,b,outcome            | a,b,1             | b,a,1.0           | b,a,0.5",
        "left,right,winner,model_x,model_y | a,b,left,7,8 | a,b,right,7,8 | a,b,tie,7,8",
      })
  void understandsTheFamiliesOfHeaders(String header, String win, String loss, String tie) {
    var json = json(rank("elo", String.join("\n", header, win, loss, tie, "")));

    var rows = json.get("rows");
    assertThat(json.get("battles").asInt()).isEqualTo(3);
    assertThat(row(rows, "a").get("columns").get("wins").asDouble()).isEqualTo(1.5);
    assertThat(row(rows, "a").get("rating").asDouble() + row(rows, "b").get("rating").asDouble())
        .isEqualTo(2000);
  }

  @Test
  void countsAreSoManyBattles() {
    var json = json(rank("bradley-terry", "player1,player2,win1,win2\na,b,30,10\n"));

    var lead =
        row(json.get("rows"), "a").get("rating").asDouble()
            - row(json.get("rows"), "b").get("rating").asDouble();
    assertThat(json.get("battles").asInt()).isEqualTo(40);
    assertThat(lead).isCloseTo(400 * Math.log10(3), within(1e-9));
  }

  @Test
  void aColumnOfWeightsCounts() {
    var json = json(rank("elo", "a,b,outcome,weight\nx,y,1,2.5\n"));

    assertThat(row(json.get("rows"), "x").get("rating").asDouble()).isEqualTo(1005);
  }

  @Test
  void aNamedClusterWidensTheInterval() {
    var votes = new StringBuilder("question_id,left,right,winner\n");
    for (var k = 0; k < 60; k++) {
      votes.append("q%d,a,b,%s%n".formatted(k % 12, k % 12 < 8 ? "left" : "right"));
    }

    var naive = json(rank("bradley-terry", votes.toString()));
    var clustered = json(rank("bradley-terry", votes.toString(), "--cluster", "question_id"));

    assertThat(width(clustered)).isGreaterThan(2 * width(naive));
    assertThat(naive.get("notes").toString()).contains("question_id").contains("--cluster");
    assertThat(clustered.get("rows").get(0).get("columns").has("naive_low")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                    | is empty; expected a header with the columns",
        "left,right,winner                     | has a header but no battles",
        "left,right,winner;a,b,tie             | none of the 1 battles is decisive",
        "left,right                            | :1: unknown columns [left, right]; expected",
        "left,left,winner                      | :1: column 'left' stands twice",
        "left,right,winner;a,b,left;a,b,model_a| :3: winner must be one of left, right, tie: 'model_a'",
        "left,right,winner;a,a,left            | :2: a system cannot meet itself: 'a'",
        "left,right,winner;a,b                 | :2: 2 fields; the header has 3",
        "left,right,winner;a,,left             | :2: right is empty; expected a name",
        "a,b,outcome;x,y,1.5                   | :2: outcome must be from 0 to 1: '1.5'",
        "a,b,outcome;x,y,one                   | :2: outcome must be a number: 'one'",
        "a,b,outcome,weight;x,y,1,0            | :2: a weight must be greater than 0 and finite: '0'",
        "a,b,outcome,weight;x,y,1,NaN          | :2: a weight must be greater than 0 and finite: 'NaN'",
        "player1,player2,win1,win2;x,y,-1,2    | :2: a count must be 0 or more: '-1'",
        "player1,player2,win1,win2;x,y,1e12,2  | :2: more than 50000000 battles in one file",
      })
  void refusesABadFileWithTheLineAndWhatWasExpected(String lines, String message) {
    var ended = rank("bradley-terry", lines.replace(";", "\n"));

    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1).first().asString().contains(message);
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    var file = folder.resolve("latin1.csv");
    Files.write(file, new byte[] {'a', ',', 'b', ',', (byte) 0xE9, '\n', 'x'});

    var ended = run("rank", "elo", "--votes", file.toString());

    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err()).contains("is not UTF-8; expected CSV in UTF-8");
  }

  @Test
  void readsAByteOrderMarkAndWindowsLineEnds() {
    var json = json(rank("elo", "\uFEFF" + VOTES.replace("\n", "\r\n")));

    assertThat(json.get("systems").asInt()).isEqualTo(3);
  }

  @Test
  void namesTheMethodsWhenTheOneAskedForIsUnknown() {
    var ended = rank("glicko", VOTES);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err())
        .contains("no method 'glicko'")
        .contains("bradley-terry", "elo", "pagerank");
  }

  @Test
  void passesAWrongSettingOnAsBadInput() {
    var ended = rank("elo", VOTES, "--set", "kay=3");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err()).contains("setting 'kay' is unknown");
  }

  @Test
  void styleControlNeedsItsColumns() {
    assertThat(rank("style-control", VOTES).err()).contains("style-control needs --style NAME");
    assertThat(rank("elo", VOTES, "--style", "tokens").err())
        .contains("--style is for style-contr");
    assertThat(rank("style-control", VOTES, "--style", "tokens").err())
        .contains("has no column 'tokens_a'");
    // two lines, two battles, but both of the first
    assertThat(
            rank(
                    "style-control",
                    "player1,player2,win1,win2,tokens_a,tokens_b\na,b,1,1,5,9\na,b,0,0,7,3\n",
                    "--style",
                    "tokens")
                .err())
        .contains("style-control needs one battle a line, not counts of wins");
  }

  @Test
  void saysWhenTheFileIsNotThere() {
    var ended = run("rank", "elo", "--votes", folder.resolve("none.csv").toString());

    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err()).contains("no file of votes at");
  }

  @Test
  void jsonKeepsTheOrderOfItsFields() {
    var json = json(rank("bradley-terry", VOTES));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("method", "settings", "fit", "battles", "systems", "notes", "rows");
    assertThat(json.get("rows").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "system",
            "rating",
            "low",
            "high",
            "rank",
            "rankLow",
            "rankHigh",
            "tieGroup",
            "columns",
            "labels");
  }

  @Test
  void listsASystemWithoutAFiniteRatingWithItsReasonInEveryFormat() {
    var votes = VOTES + "top,a,left\ntop,b,left\n";

    var row = row(json(rank("bradley-terry", votes)).get("rows"), "top");
    var table = rank("bradley-terry", votes, "--format", "table").out();
    var csv = rank("bradley-terry", votes, "--format", "csv").out();
    var markdown = rank("bradley-terry", votes, "--format", "markdown").out();

    assertThat(row.get("rating").isNull()).isTrue();
    assertThat(row.get("reason").asText()).isEqualTo("won every battle: no finite rating");
    assertThat(table).contains("-  top  unranked: won every battle: no finite rating");
    assertThat(csv).contains("top,,,,,,,,won every battle: no finite rating,2.0,");
    assertThat(markdown)
        .startsWith("| rank | system | rating |")
        .contains("| top |", "| won every battle: no finite rating |");
  }

  @Test
  void theTableCannotMoveTheCursorAndCsvCannotRunFormulas() {
    var votes = "left,right,winner\n\u001b[31mred,=1+1,left\n=1+1,\u001b[31mred,left\n";

    var table = rank("bradley-terry", votes, "--format", "table").out();
    var csv = rank("bradley-terry", votes, "--format", "csv").out();

    assertThat(table).doesNotContain("\u001b").contains("\uFFFD[31mred");
    assertThat(csv).contains("\n'=1+1,");
  }

  @Test
  void helpGivesFormulaColumnsSettingsAndSourceOfEveryMethod() {
    var ended = run("rank", "--help");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .contains("Method bradley-terry (version 1)", "Method elo (version 1)")
        .contains("formula", "--set anchor=", "column naive_low", "source");
    assertThat(ended.out().lines()).allMatch(line -> line.length() <= 100);
  }

  private Ended rank(String method, String votes, String... more) {
    try {
      var file = Files.writeString(folder.resolve("votes.csv"), votes);
      var arguments = new ArrayList<>(List.of("rank", method, "--votes", file.toString()));
      arguments.addAll(List.of(more));
      if (!arguments.contains("--format")) {
        arguments.addAll(List.of("--format", "json"));
      }
      return run(arguments.toArray(String[]::new));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Ended run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            Map.of(),
            Path.of("."),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    var exitCode = Palmares.run(surroundings, arguments);
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  static JsonNode json(Ended ended) {
    try {
      assertThat(ended.err()).isEmpty();
      return new ObjectMapper().readTree(ended.out());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode row(JsonNode rows, String system) {
    for (var row : rows) {
      if (row.get("system").asText().equals(system)) {
        return row;
      }
    }
    throw new IllegalArgumentException("no row of " + system + " in " + rows);
  }

  private static double width(JsonNode ranking) {
    var row = ranking.get("rows").get(0);
    return row.get("high").asDouble() - row.get("low").asDouble();
  }
}

package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class ImportCommandTest {

  private static final String REPORT =
      """
      {"id": "i", "kind": "alpaca-eval", "benchmark": "alpaca-eval", "version": "3-ab",
       "newVersion": true, "repeated": false, "digest": "00", "rater": "judge_x",
       "systems": ["mine", "base"], "examples": 3, "rows": 4, "taken": 2,
       "skipped": [{"reason": "no preference", "rows": 2, "firstLines": [3, 9]}],
       "leaderboards": ["judge-x-vs-base"]}\
      """;

  @TempDir Path folder;
  private final FakePlatform platform = new FakePlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aFolderOfAlpacaEvalIsSentUnderItsOwnNameAndTheReportIsTold() throws IOException {
    platform.answering("/imports/alpaca-eval", REPORT);
    var mine = Files.createDirectories(folder.resolve("mine/some_judge"));
    Files.writeString(mine.resolve("annotations.json"), "[annotations]");
    Files.writeString(folder.resolve("mine/model_outputs.json"), "[outputs]");
    var shell = shell();

    var code = shell.run("import", "alpaca-eval", folder.resolve("mine").toString());

    assertThat(shell.err()).isEmpty();
    assertThat(code).isZero();
    var asked = platform.asked().getFirst();
    assertThat(asked.query()).isEqualTo("benchmark=alpaca-eval&system=mine");
    assertThat(asked.text())
        .contains("name=\"outputs\"", "[outputs]", "name=\"annotations\"", "[annotations]");
    assertThat(shell.out())
        .contains("mine against base: 2 of 4 rows imported, decided by judge_x")
        .contains("benchmark alpaca-eval 3-ab (made for it), 3 prompts")
        .contains("left out: 2 x no preference (lines 3, 9)")
        .contains("leaderboard judge-x-vs-base")
        .contains("claimed elsewhere, not measured here");
  }

  @Test
  void tablesOfPandasAreSentAsTheRowsThatTheyHold() throws IOException {
    platform.answering("/imports/alpaca-eval", REPORT);
    var mine = Files.createDirectories(folder.resolve("mine"));
    // What pandas.DataFrame.to_csv and to_csv(sep="\t") write of the same rows, index included.
    Files.writeString(
        mine.resolve("annotations.csv"),
        """
        ,instruction,input,output_1,generator_1,output_2,generator_2,annotator,preference
        0,"Say ""hi"", twice",,base says,base,"mine
        says",mine,judge_x,1.5e0
        1,Nothing,,base says,base,,mine,judge_x,
        """);
    Files.writeString(
        mine.resolve("model_outputs.tsv"),
        "instruction\toutput\tgenerator\n\"Say \"\"hi\"\", twice\"\t\"mine\nsays\"\tmine\nNothing\t\tmine\n");

    var code = shell().run("import", "alpaca-eval", mine.toString());

    assertThat(code).isZero();
    assertThat(platform.asked().getFirst().text())
        .contains(
            """
            {"":"0","instruction":"Say \\"hi\\", twice","output_1":"base says","generator_1":"base",\
            "output_2":"mine\\nsays","generator_2":"mine","annotator":"judge_x","preference":1.5}\
            """
                .replace("\"\":\"0\",", ""),
            """
            "output_2":"","generator_2":"mine","annotator":"judge_x","preference":null}\
            """,
            "{\"instruction\":\"Nothing\",\"output\":\"\",\"generator\":\"mine\"}");
  }

  @Test
  void whatWasImportedIsListed() {
    platform.answering(
        "/imports",
        "{\"items\":[{\"at\":\"2026-11-21T10:00:00Z\",\"team\":\"ada\",\"report\":"
            + REPORT
            + "}]}");
    var shell = shell();

    var code = shell.run("import", "list", "--benchmark", "alpaca-eval");

    assertThat(code).isZero();
    assertThat(platform.asked().getFirst().query()).contains("benchmark=alpaca-eval");
    assertThat(shell.out())
        .isEqualTo(
            """
            when                  team  benchmark         systems            decided by  taken  of
            2026-11-21T10:00:00Z  ada   alpaca-eval 3-ab  mine against base  judge_x         2   4
            """);
  }

  @Test
  void whatWasImportedBeforeIsSaidSo() throws IOException {
    platform.answering(
        "/imports/alpaca-eval", REPORT.replace("\"repeated\": false", "\"repeated\": true"));
    var file = Files.writeString(folder.resolve("annotations.json.gz"), "packed");
    var shell = shell();

    shell.run("import", "alpaca-eval", "--annotations", file.toString());

    assertThat(shell.out()).contains("exactly like this: nothing has changed");
    assertThat(platform.asked().getFirst().query()).isEqualTo("benchmark=alpaca-eval");
  }

  @Test
  void aFolderWithoutAnnotationsOrWithTwoIsBadInput() throws IOException {
    var shell = shell();
    assertThat(shell.run("import", "alpaca-eval")).isEqualTo(2);
    assertThat(shell.err()).contains("give either folders");

    assertThat(shell.run("import", "alpaca-eval", folder.toString())).isEqualTo(2);
    assertThat(shell.err()).contains("has no annotations.json");

    for (var judge : new String[] {"one", "two"}) {
      var inside = Files.createDirectories(folder.resolve(judge));
      Files.writeString(inside.resolve("annotations.json"), "[]");
    }
    assertThat(shell.run("import", "alpaca-eval", folder.toString())).isEqualTo(2);
    assertThat(shell.err()).contains("of several annotators");
    assertThat(platform.asked()).isEmpty();
  }

  @Test
  void battlesOfEveryFamilyAreSentAsLinesWithTheirPlaceInTheFile() throws IOException {
    platform.answering("/imports/battles", REPORT.replace("alpaca-eval\", \"b", "battles\", \"b"));
    var models = file("m.csv", "question_id,model_a,model_b,winner\n1,x,y,model_a\n2,x,x,tie\n");
    var counts = file("c.csv", "player1,player2,win1,win2\nx,z,2,0.5\n");
    var outcomes = file("o.csv", "a,b,outcome,weight\nx,y,0.25,3\n");
    var sides = file("s.csv", "left,right,winner\nx,y,right\n");
    var shell = shell();

    var code =
        shell.run("import", "battles", models, counts, outcomes, sides, "--benchmark", "all");

    assertThat(shell.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(unpacked())
        .isEqualTo(
            """
            {"line":2,"left":"x","right":"y","outcome":1.0}
            {"line":3,"left":"x","right":"x","outcome":0.5}
            {"line":2,"left":"x","right":"z","outcome":1.0}
            {"line":2,"left":"x","right":"z","outcome":1.0}
            {"line":2,"left":"x","right":"z","outcome":0.0,"weight":0.5}
            {"line":2,"left":"x","right":"y","outcome":0.25,"weight":3.0}
            {"line":2,"left":"x","right":"y","outcome":0.0}
            """);
    assertThat(platform.asked().getFirst().query())
        .isEqualTo("benchmark=all&source=m.csv, c.csv, o.csv, s.csv");
  }

  @Test
  void theClusterOfEachBattleGoesWithIt() throws IOException {
    platform.answering("/imports/battles", REPORT);
    var votes = file("m.csv", "judge,model_a,model_b,winner\nann,x,y,tie\n");

    shell().run("import", "battles", votes, "--benchmark", "b", "--cluster", "judge");

    assertThat(unpacked())
        .isEqualTo(
            "{\"line\":2,\"left\":\"x\",\"right\":\"y\",\"outcome\":0.5,\"cluster\":\"ann\"}\n");
  }

  @Test
  void everyWrongLineIsNamedAndNothingIsSent() throws IOException {
    var votes = file("bad.csv", "left,right,winner\nx,y,nobody\nx,,left\nx,y,left\nx,y\n");
    var shell = shell();

    var code = shell.run("import", "battles", votes, "--benchmark", "b");

    assertThat(code).isEqualTo(2);
    assertThat(shell.err())
        .contains("bad.csv:2: winner must be one of left, right, tie: 'nobody'")
        .contains("bad.csv:3: right is empty")
        .contains("bad.csv:5: 2 fields; the header has 3");
    assertThat(platform.asked()).isEmpty();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String unpacked() throws IOException {
    var sent = new ByteArrayInputStream(platform.asked().getFirst().body());
    try (var lines = new GZIPInputStream(sent)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Shell shell() {
    return new Shell(folder).with("PALMARES_API", platform.address());
  }
}

package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class BenchmarkCommandTest {

  @TempDir Path folder;
  private final FakePlatform platform = new FakePlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aNewBenchmarkTakesItsFoldersName() throws IOException {
    var mine = folder.resolve("My First_one");

    var shell = shell().with("PALMARES_CALLED", "./palmares");
    var code = shell.run("benchmark", "new", mine.toString());

    assertThat(code).isZero();
    assertThat(shell.out()).contains("  ./palmares leaderboard my-first-one");
    assertThat(mine.resolve("benchmark.yaml")).content().contains("name: my-first-one ");
    assertThat(Files.readAllLines(mine.resolve("examples.jsonl")))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            line -> assertThat(ApiJson.MAPPER.readTree(line).get("id").isTextual()).isTrue());
  }

  @Test
  void aBenchmarkThatIsThereIsNeverOverwritten() throws IOException {
    var file = Files.writeString(folder.resolve("examples.jsonl"), "precious");
    var shell = shell();

    var code = shell.run("benchmark", "new", folder.toString());

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains("examples.jsonl is there already");
    assertThat(file).hasContent("precious");
    assertThat(folder.resolve("benchmark.yaml")).doesNotExist();
  }

  @Test
  void aNewBenchmarkHasNoFlaw() {
    var shell = shell();
    shell.run("benchmark", "new", folder.resolve("mine").toString());

    var code = shell.run("benchmark", "check", folder.resolve("mine").toString());

    assertThat(shell.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(shell.out())
        .isEqualTo("mine 1: 5 examples, 4 evaluators, 1 leaderboards, no flaw\n");
  }

  @Test
  void everyFlawIsListedWithFileLineAndField() throws IOException {
    var shell = shell();
    shell.run("benchmark", "new", folder.toString());
    var spec = folder.resolve("benchmark.yaml");
    Files.writeString(spec, Files.readString(spec).replace("gaps: unranked", "gaps: ignored "));
    var examples = folder.resolve("examples.jsonl");
    Files.writeString(
        examples,
        Files.readString(examples).replaceFirst("facts-2", "facts-1").replaceFirst("facts-3", ""));

    var code = shell.run("benchmark", "check", folder.toString());

    assertThat(code).isEqualTo(2);
    assertThat(shell.err())
        .contains("3 flaws")
        .containsPattern("benchmark.yaml, line \\d+, gaps: ")
        .containsPattern("examples.jsonl, line 2, id: ")
        .containsPattern("examples.jsonl, line 3, id: ");
  }

  @Test
  void theSampleHasNoFlaw() {
    var sample =
        Path.of(
            Objects.requireNonNull(System.getProperty("palmares.root")),
            "infra/launcher/src/main/resources/sample/short-reading");

    assertThat(shell().run("benchmark", "check", sample.toString())).isZero();
  }

  @Test
  void pushSendsBothFilesAsTheyAre() throws IOException {
    platform.answering(
        "/benchmarks",
        "{\"name\":\"b\",\"version\":\"1\",\"digest\":\"00\",\"examples\":1,\"created\":true}");
    Files.writeString(folder.resolve("benchmark.yaml"), "name: b\n");
    Files.writeString(folder.resolve("examples.jsonl"), "{\"id\":\"é\"}\n");
    var shell = shell();

    var code = shell.run("benchmark", "push", folder.toString());

    assertThat(code).isZero();
    assertThat(shell.out()).isEqualTo("b 1: 1 examples, published\n");
    assertThat(platform.asked().getFirst().text())
        .contains("name=\"benchmark\"; filename=\"benchmark.yaml\"", "\r\n\r\nname: b\n\r\n--")
        .contains(
            "name=\"examples\"; filename=\"examples.jsonl\"", "\r\n\r\n{\"id\":\"é\"}\n\r\n--");
  }

  @Test
  void anErratumOfAFolderNamesItsVersionAndSendsItsExamples() {
    var shell = shell();
    shell.run("benchmark", "new", folder.resolve("mine").toString());
    platform.answering(
        "/benchmarks/mine/versions/1/errata",
        """
        {"name":"mine","version":"1","revision":2,"examples":1,"submissions":3,"lacking":0,
         "boards":["Mine"],"created":true}
        """);

    var code =
        shell.run(
            "benchmark", "erratum", folder.resolve("mine").toString(), "--reason", "wrong river");

    assertThat(shell.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(shell.out())
        .endsWith("mine 1: gold revision 2 mends 1 examples; 3 submissions are scored again\n");
    assertThat(platform.asked().getLast().text())
        .contains("name=\"reason\"", "wrong river", "name=\"erratum\"", "facts-1");
  }

  @Test
  void anErratumOfAFileHasToBeToldWhatItMends() throws IOException {
    var file = Files.writeString(folder.resolve("gold.jsonl"), "{}");
    var shell = shell();

    var code = shell.run("benchmark", "erratum", file.toString(), "--reason", "x");

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains("--benchmark NAME --version VERSION");
  }

  @Test
  void versionsAreListedWithTheirErrata() {
    platform
        .answering(
            "/benchmarks/b/versions",
            """
            [{"version":"2","state":"published","examples":5,"submissions":3,"goldRevision":2,
              "digest":"00","publishedAt":"2026-01-01T00:00:00Z"}]
            """)
        .answering(
            "/benchmarks/b/versions/2/errata",
            """
            [{"revision":2,"reason":"wrong river","examples":1,"publishedAt":"2026-01-01T00:00:00Z",
              "state":"rescoring","current":false,"submissions":3,"rescored":1,"failed":0,"lacking":0}]
            """);
    var shell = shell();

    var code = shell.run("benchmark", "versions", "b");

    assertThat(code).isZero();
    assertThat(shell.out()).contains("2 gold 2: rescoring; 1 of 3 scored again; wrong river");
  }

  @Test
  void pullWritesInputsAndTemplateAndReplacesNothing() {
    platform
        .answering(
            "/benchmarks/b",
            """
            {"name":"b","title":"B","description":"","version":"../2","versions":["../2"],"state":"published",
             "digest":"00","examples":1,"categories":{},"evaluators":[],"mainMetric":"contains@1",
             "entryRule":"latest","gaps":"unranked","visible":"score","leaderboards":[]}
            """)
        .answering("/benchmarks/b/versions/../2/examples.jsonl", "{\"id\":\"1\"}\n")
        .answering("/benchmarks/b/versions/../2/template.jsonl", "{\"id\":\"1\",\"text\":\"\"}\n");
    var to = folder.resolve("here");

    var shell = shell();

    var first = shell.run("pull", "b", "--to", to.toString());
    var advice = shell.out();
    var again = shell().run("pull", "b", "--to", to.toString());

    assertThat(first).isZero();
    assertThat(to.resolve("template.jsonl")).hasContent("{\"id\":\"1\",\"text\":\"\"}\n");
    assertThat(to.resolve("examples.jsonl")).hasContent("{\"id\":\"1\"}\n");
    assertThat(advice).contains("submit " + to.resolve("template.jsonl") + " --benchmark b ");
    assertThat(platform.asked().getLast().headers().get("Accept")).contains("application/jsonl");
    assertThat(again).isEqualTo(2);
  }

  private Shell shell() {
    return new Shell(folder).with("PALMARES_API", platform.address());
  }
}

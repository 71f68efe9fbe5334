package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    var code = shell().run("benchmark", "new", mine.toString());

    assertThat(code).isZero();
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

    var first = shell().run("pull", "b", "--to", to.toString());
    var again = shell().run("pull", "b", "--to", to.toString());

    assertThat(first).isZero();
    assertThat(to.resolve("template.jsonl")).hasContent("{\"id\":\"1\",\"text\":\"\"}\n");
    assertThat(to.resolve("examples.jsonl")).hasContent("{\"id\":\"1\"}\n");
    assertThat(again).isEqualTo(2);
  }

  private Shell shell() {
    return new Shell(folder).with("PALMARES_API", platform.address());
  }
}

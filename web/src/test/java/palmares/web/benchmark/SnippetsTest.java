package palmares.web.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.web.StubApi;
import palmares.web.StubApi.Reply;

final class SnippetsTest {

  private static final Path CLIENT =
      Path.of("../api/src/main/resources/palmares/api/client/palmares.py");

  @TempDir Path directory;

  private StubApi api;
  private Snippets snippets;

  @BeforeEach
  void start() throws Exception {
    api = new StubApi();
    snippets = new Snippets(api.address().toString(), "short-reading", "1");
    api.on("GET /benchmarks/short-reading", "{\"version\":\"1\",\"examples\":1}");
    api.on("GET /benchmarks/short-reading/versions/1/examples.jsonl", "{\"id\":\"a\"}\n");
    api.on("GET /benchmarks/short-reading/versions/1/template.jsonl", "{\"text\":\"\"}\n");
    api.on("POST /submissions", "{\"id\":\"s-1\",\"responses\":1}");
    api.on(
        "GET /submissions/s-1",
        "{\"id\":\"s-1\",\"system\":\"my-system\",\"state\":\"cancelled\",\"evaluators\":[]}");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void theLinesForCurlFetchCheckSubmitAndWait() throws Exception {
    Assumptions.assumeTrue(isThere("curl"), "needs curl (apt-get install curl)");

    var fetched = run(snippets.fetchByCurl());
    var sent = run("PALMARES_TOKEN=your-token\n" + snippets.sendByCurl());

    assertThat(fetched.code()).as(fetched.printed()).isZero();
    assertThat(directory.resolve("examples.jsonl")).hasContent("{\"id\":\"a\"}");
    assertThat(sent.code()).as(sent.printed()).isZero();
    assertThat(sent.printed()).endsWith("\"state\":\"cancelled\"\n");
    assertThat(api.seen().stream().map(seen -> seen.method() + " " + seen.uri()).skip(2))
        .containsExactly(
            "POST /api/v1/submissions?benchmark=short-reading&version=1&system=my-system&check=true",
            "POST /api/v1/submissions?benchmark=short-reading&version=1&system=my-system&check=false",
            "GET /api/v1/submissions/s-1");
    assertThat(api.seen().get(2).body()).isEqualTo("{\"text\":\"\"}\n");
    assertThat(api.seen())
        .allSatisfy(
            seen -> assertThat(seen.headers()).containsEntry("Authorization", "Bearer your-token"));
  }

  @Test
  void aFlawIsShownAndNothingIsSubmitted() throws Exception {
    Assumptions.assumeTrue(isThere("curl"), "needs curl (apt-get install curl)");
    api.on("POST /submissions", new Reply(422, "", Map.of(), "{\"detail\":\"line 1 is flawed\"}"));
    run(snippets.fetchByCurl());

    var sent = run("PALMARES_TOKEN=your-token\n" + snippets.sendByCurl());

    assertThat(sent.code()).isNotZero();
    assertThat(sent.printed()).contains("line 1 is flawed");
    assertThat(api.seen())
        .hasSize(3)
        .last()
        .satisfies(seen -> assertThat(seen.uri()).endsWith("&check=true"));
  }

  @Test
  void theLinesForPythonFetchCheckSubmitAndWait() throws Exception {
    Assumptions.assumeTrue(isThere("curl"), "needs curl (apt-get install curl)");
    Assumptions.assumeTrue(isThere("python3"), "needs python3 (apt-get install python3)");
    api.on("GET /client/palmares.py", Files.readString(CLIENT));

    var fetched = run(snippets.fetchByPython());
    var sent =
        run(
            "export PALMARES_API=%s PALMARES_TOKEN=your-token\n".formatted(api.address())
                + snippets.sendByPython());

    assertThat(fetched.code()).as(fetched.printed()).isZero();
    assertThat(sent.printed())
        .contains("would be taken: 1 responses", "submission s-1", "my-system: cancelled");
    assertThat(sent.code()).as("of a run that was cancelled").isEqualTo(1);
  }

  private record Result(int code, String printed) {}

  private Result run(String lines) throws IOException, InterruptedException {
    var shell =
        new ProcessBuilder("bash", "-uc", lines)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    var printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
    return new Result(shell.waitFor(), printed);
  }

  private static boolean isThere(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", "-c", "command -v " + program)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}

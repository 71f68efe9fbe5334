package palmares.web.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.web.StubApi;

final class SnippetsTest {

  @TempDir Path directory;

  @Test
  void theLinesForCurlWorkWhenPasted() throws Exception {
    Assumptions.assumeTrue(isThere("curl"), "needs curl (apt-get install curl)");
    try (var api = new StubApi()) {
      api.on("GET /benchmarks/short-reading/versions/1/examples.jsonl", "{\"id\":\"a\"}\n");
      api.on("GET /benchmarks/short-reading/versions/1/template.jsonl", "{\"text\":\"\"}\n");
      api.on("POST /submissions", "{\"id\":\"s-1\"}");
      var lines = new Snippets(api.address().toString(), "short-reading", "1").curl();

      var shell =
          new ProcessBuilder("bash", "-euc", lines)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      var output =
          new String(
              shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

      assertThat(shell.waitFor()).as(output).isZero();
      assertThat(output).contains("s-1");
      assertThat(Files.readString(directory.resolve("examples.jsonl"))).contains("\"a\"");
      var sent = api.seen().getLast();
      assertThat(sent.uri())
          .isEqualTo("/api/v1/submissions?benchmark=short-reading&version=1&system=my-system");
      assertThat(sent.body()).isEqualTo("{\"text\":\"\"}\n");
      assertThat(sent.headers()).containsEntry("Authorization", "Bearer your-token");
    }
  }

  private static boolean isThere(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", "-c", "command -v " + program)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}

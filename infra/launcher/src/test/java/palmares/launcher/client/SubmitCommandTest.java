package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class SubmitCommandTest {

  private static final String TAKEN =
      "{\"id\":\"s-1\",\"responses\":2,\"missing\":0,\"quotaLeft\":4}";

  @TempDir Path folder;
  private final FakePlatform platform = new FakePlatform();
  private Shell shell;
  private Path file;

  @BeforeEach
  void aFileOfResponses() throws IOException {
    shell =
        new Shell(folder).with("PALMARES_API", platform.address()).with("PALMARES_TOKEN", "t0ken");
    file = Files.writeString(folder.resolve("mine.jsonl"), "{\"id\":\"1\",\"text\":\"one\"}\n");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aFileIsSentWithTheTokenAndAKeyOfItsOwn() {
    platform.answering("/submissions", TAKEN);

    var code = submit();

    assertThat(code).isZero();
    assertThat(shell.out()).isEqualTo("submission s-1: 2 responses; 4 submissions left today\n");
    var asked = platform.asked().getFirst();
    assertThat(asked.query()).contains("benchmark=b").contains("system=mine");
    assertThat(asked.headers())
        .containsEntry("Authorization", "Bearer t0ken")
        .containsKey("Idempotency-key");
    assertThat(asked.text()).isEqualTo("{\"id\":\"1\",\"text\":\"one\"}\n");
  }

  @Test
  void aRepeatCarriesTheSameKey() {
    platform
        .answering("/submissions", 503, "", Map.of("Retry-After", "0"))
        .answering(
            "/submissions",
            409,
            "{\"status\":409,\"detail\":\"at work\"}",
            Map.of("Retry-After", "0"))
        .answering("/submissions", TAKEN);

    var code = submit();

    assertThat(code).isZero();
    assertThat(platform.asked()).hasSize(3);
    assertThat(platform.asked().stream().map(a -> a.headers().get("Idempotency-key")).distinct())
        .hasSize(1);
  }

  @Test
  void aSpentQuotaIsToldAtOnce() {
    platform.answering(
        "/submissions",
        429,
        "{\"status\":429,\"detail\":\"All 5 submissions of the day are made.\"}",
        Map.of("Retry-After", "31"));

    var code = submit();

    assertThat(code).isEqualTo(4);
    assertThat(shell.err()).isEqualTo("All 5 submissions of the day are made.\n");
    assertThat(platform.asked()).hasSize(1);
  }

  @Test
  void aLargeFileIsPackedOnItsWay() throws IOException {
    platform.answering("/submissions", TAKEN);
    var content = "{\"id\":\"1\",\"text\":\"%s\"}\n".formatted("long ".repeat(20_000));
    Files.writeString(file, content);

    submit();

    var asked = platform.asked().getFirst();
    assertThat(asked.headers()).containsEntry("Content-encoding", "gzip");
    assertThat(asked.body()).hasSizeLessThan(10_000);
    var unpacked = new GZIPInputStream(new ByteArrayInputStream(asked.body())).readAllBytes();
    assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(content);
  }

  @Test
  void everyFlawIsListedWithItsPlace() {
    platform.answering(
        "/submissions",
        422,
        """
        {"type":"about:blank","title":"Unprocessable","status":422,"detail":"2 lines are wrong","errors":[
          {"line":3,"field":"text","message":"is missing"},{"line":7,"message":"no example \\u001b[2J"}]}
        """,
        Map.of());

    var code = submit("--check");

    assertThat(code).isEqualTo(2);
    assertThat(shell.err())
        .isEqualTo(
            "2 lines are wrong\n  line 3, text: is missing\n  line 7: no example \uFFFD[2J\n");
    assertThat(platform.asked().getFirst().query()).contains("check=true");
  }

  @Test
  void aDryRunSaysWhatWouldBeTaken() {
    platform.answering("/submissions", "{\"responses\":2,\"missing\":1}");

    var code =
        shell.run("submit", file.toString(), "--benchmark", "b", "--check", "--allow-partial");

    assertThat(code).isZero();
    assertThat(shell.out()).isEqualTo("would be taken: 2 responses, 1 missing\n");
  }

  @Test
  void aRunThatEndsIncompleteShowsInTheExitCode() {
    platform
        .answering("/submissions", TAKEN)
        .answering("/submissions/s-1", status("active", "\"stage\":\"score\","))
        .answering("/submissions/s-1", status("partial", ""))
        .answering("/leaderboards", "{\"items\":[]}");

    var code = submit("--wait");

    assertThat(code).isEqualTo(1);
    assertThat(shell.out())
        .contains("mine: active, score, 1 of 2 jobs done\n")
        .contains("mine: partial\n  failed: the worker ran out of memory\n")
        .containsPattern("contains@1 +2 +2 +0\\.5000");
  }

  @Test
  void waitingEndsWhenTheLeaderboardsHaveTakenItUp() {
    platform
        .answering("/submissions", TAKEN)
        .answering("/submissions/s-1", status("complete", ""))
        .answering("/leaderboards", boardBuiltAt("2026-11-21T09:59:59Z"))
        .answering("/leaderboards", boardBuiltAt("2026-11-21T10:00:02Z"));

    var code = submit("--wait");

    assertThat(code).isZero();
    assertThat(shell.out()).endsWith("where it stands: palmares leaderboard b\n");
    assertThat(platform.asked()).extracting(FakePlatform.Asked::path).endsWith("/leaderboards");
    assertThat(platform.asked()).hasSize(4);
  }

  private static String boardBuiltAt(String time) {
    return """
    {"items":[{"id":"l","name":"n","title":"t","benchmark":"b","version":"1","method":"mean@1","builtAt":"%s"}]}
    """
        .formatted(time);
  }

  @Test
  void whoIsNotSignedInIsToldHowTo() {
    platform.answering("/submissions", 401, "{\"status\":401,\"detail\":\"No token\"}", Map.of());

    var code = submit();

    assertThat(code).isEqualTo(4);
    assertThat(shell.err()).startsWith("No token\n").contains("palmares sign-in");
  }

  @Test
  void aBuiltInSystemIsOrderedWithItsSettings() {
    platform.answering("/submissions", TAKEN);

    var code =
        shell.run(
            "submit", "--built-in", "random-sentence@1", "--benchmark", "b", "--set", "seed=7");

    assertThat(code).isZero();
    assertThat(platform.asked().getFirst().text())
        .isEqualTo(
            "{\"benchmark\":\"b\",\"system\":{\"name\":\"random-sentence\",\"kind\":\"built-in\","
                + "\"builtIn\":\"random-sentence@1\",\"settings\":{\"seed\":\"7\"}}}");
  }

  @Test
  void severalFilesAreASystemEachCalledAsTheFileIs() throws IOException {
    platform.answering("/submissions", TAKEN);
    var packed = Files.writeString(folder.resolve("other.v2.jsonl.gz"), "packed");

    var code = shell.run("submit", file.toString(), packed.toString(), "--benchmark", "b");

    assertThat(code).isZero();
    assertThat(platform.asked())
        .extracting(asked -> asked.query().replaceAll(".*system=([^&]*).*", "$1"))
        .containsExactly("mine", "other.v2");
  }

  @Test
  void oneNameForSeveralFilesIsBadInput() {
    var code = submit(file.toString());

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).isEqualTo("--system names one system, and there are 2\n");
    assertThat(platform.asked()).isEmpty();
  }

  @Test
  void aFileAndABuiltInSystemExcludeEachOther() {
    var both = submit("--built-in", "bm25@1");
    var neither = shell.run("submit", "--benchmark", "b");

    assertThat(both).isEqualTo(2);
    assertThat(neither).isEqualTo(2);
    assertThat(platform.asked()).isEmpty();
  }

  @Test
  void aTimelineIsToldToItsEnd() {
    platform
        .answering("/submissions/s-1/timeline", timeline("It came.", "\"bzE\""))
        .answering("/submissions/s-1/timeline", timeline("It went.", "null"))
        .answering("/submissions/s-1", status("complete", ""));

    var code = shell.run("status", "s-1", "--timeline");

    assertThat(code).isZero();
    assertThat(shell.out()).contains("It came.", "It went.");
    assertThat(platform.asked().get(1).query()).contains("cursor=bzE");
  }

  private static String timeline(String text, String next) {
    return """
    {"items":[{"seq":1,"kind":"k","at":"2026-11-21T10:00:00Z","text":"%s","detail":{}}],"next":%s}
    """
        .formatted(text, next);
  }

  @Test
  void aPlatformThatIsNotThereIsNoAnswer() {
    platform.close();

    var code = shell.run("status", "s-1");

    assertThat(code).isEqualTo(3);
    assertThat(shell.err()).contains("no answer from " + platform.address());
  }

  private int submit(String... more) {
    var always = List.of("submit", file.toString(), "--benchmark", "b", "--system", "mine");
    return shell.run(Stream.concat(always.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static String status(String state, String more) {
    return """
    {"id":"s-1","benchmark":"b","version":"1","team":"ada","system":"mine","kind":"outputs","state":"%s",%s
     "since":"2026-11-21T10:00:00.123Z","submittedAt":"2026-11-21T10:00:00Z","baseline":false,"examples":2,"responses":2,
     "jobs":{"done":1,"failed":1},"failures":[%s],
     "evaluators":[{"evaluator":"contains@1","scored":2,"unscored":0,"mean":0.5}]}
    """
        .formatted(state, more, state.equals("partial") ? "\"the worker ran out of memory\"" : "");
  }
}

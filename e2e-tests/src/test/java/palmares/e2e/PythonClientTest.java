package palmares.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.e2e.platform.Deployment;
import palmares.e2e.platform.Rest;

/// A submitter who has Python and a token, and nothing else of ours.
class PythonClientTest {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @TempDir static Path folder;

  private static Deployment platform;
  private static String token;

  @BeforeAll
  static void deploy() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "there is no " + PYTHON);
    platform = Deployment.start("python", 1);
    publish(platform.admin());
    token = member(platform.admin(), platform.anonymous());
    download("/client/palmares.py", folder.resolve("palmares.py"));
  }

  @AfterAll
  static void end() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void pullFillCheckSubmitAndReadTheBoard() throws Exception {
    assertThat(client("pull", "capitals", "--to", "work").code()).isZero();
    var template = folder.resolve("work/template.jsonl");
    assertThat(folder.resolve("work/examples.jsonl")).content().doesNotContain("Paris");
    var filled = folder.resolve("answers.jsonl");
    Files.writeString(
        filled,
        Files.readString(template).replaceFirst("\"text\":\\s*\"\"", "\"text\": \"Paris\""));

    var check = client("check", "answers.jsonl", "--benchmark", "capitals");
    var submit =
        client("submit", "answers.jsonl", "--benchmark", "capitals", "--system", "mine", "--wait");

    assertThat(check.code()).as(check.printed()).isZero();
    assertThat(submit.code()).as(submit.printed()).isZero();
    assertThat(submit.printed()).contains("complete");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client("leaderboard", "capitals").printed(), text -> text.contains("mine"));
  }

  @Test
  void everyFlawOfAFileIsListedWithItsLine() throws Exception {
    Files.writeString(
        folder.resolve("flawed.jsonl"),
        """
        {"id": "fr", "text": 1}
        {"id": "fr", "text": "Paris"}
        {"id": "nowhere", "text": "?"}
        """);

    var check = client("check", "flawed.jsonl", "--benchmark", "capitals");

    assertThat(check.code()).isEqualTo(2);
    assertThat(check.printed()).contains("line 1").contains("line 3").contains("nowhere");
  }

  @Test
  void aWrongTokenIsRefusedWithoutAStackTrace() throws Exception {
    var result =
        run(List.of("submit", "palmares.py", "--benchmark", "capitals", "--system", "x"), "no");

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.printed()).doesNotContain("Traceback");
  }

  @Test
  void signingInKeepsTheSessionForItsOwnerAlone() throws Exception {
    var account = Map.of("name", "noor", "role", "member");
    var secret = platform.admin().post("/accounts", account).body().get("oneTimeSecret").asText();

    var signIn = run(List.of("sign-in", "noor"), "", secret);
    var password = run(List.of("password"), "", "a lasting password");
    var check =
        run(List.of("submit", "nothing.jsonl", "--benchmark", "capitals", "--system", "x"), "");

    assertThat(signIn.code()).as(signIn.printed()).isZero();
    assertThat(signIn.printed()).contains("good for one time").doesNotContain(secret);
    assertThat(password.code()).as(password.printed()).isZero();
    assertThat(check.printed()).isEqualTo("no file nothing.jsonl\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())))
        .isEqualTo("rw-------");
    assertThat(kept()).content().startsWith(platform.origin() + " plm_").hasLineCount(1);
  }

  private static Path kept() {
    return folder.resolve("home/.config/palmares/token");
  }

  private record Result(int code, String printed) {}

  private static Result client(String... arguments) throws Exception {
    return run(List.of(arguments), token);
  }

  private static Result run(List<String> arguments, String token) throws Exception {
    return run(arguments, token, "");
  }

  private static Result run(List<String> arguments, String token, String typed) throws Exception {
    var command = new ArrayList<>(List.of(PYTHON.toString(), "palmares.py"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                "/nowhere",
                "HOME",
                folder.resolve("home").toString(),
                "PALMARES_API",
                platform.origin().toString(),
                "PALMARES_TOKEN",
                token));
    var process = builder.start();
    try (var input = process.outputWriter()) {
      input.write(typed + "\n");
    }
    var printed = new String(process.getInputStream().readAllBytes());
    return new Result(process.waitFor(), printed);
  }

  private static void publish(Rest admin) throws Exception {
    var yaml =
        """
        name: capitals
        version: "1"
        title: Capitals
        evaluators: [exact-match@1]
        main_metric: exact-match@1
        entry_rule: latest
        gaps: worst
        visible: score
        """;
    var examples =
        """
        {"id": "fr", "prompt": "Capital of France?", "reference": "Paris"}
        {"id": "it", "prompt": "Capital of Italy?", "reference": "Rome"}
        """;
    var form = Form.of(Map.of("benchmark", yaml, "examples", examples));
    var answer = admin.post("/benchmarks", form.type(), form.body(), Map.of());
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
  }

  private static String member(Rest admin, Rest anonymous) throws Exception {
    var account = admin.post("/accounts", Map.of("name", "mia", "role", "member")).body();
    var secret = account.get("oneTimeSecret").asText();
    return anonymous
        .post("/sessions", Map.of("account", "mia", "secret", secret))
        .body()
        .get("token")
        .asText();
  }

  private static void download(String path, Path target) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(platform.origin() + path)).build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofFile(target));
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}

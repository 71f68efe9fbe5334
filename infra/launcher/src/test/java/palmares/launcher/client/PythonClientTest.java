package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.identity.SecondFactors;

/// What the client of one Python file asks of the api; on a whole platform it runs in the tests of
/// the documentation.
class PythonClientTest {

  private static final String SYSTEM =
      """
      {"id":"y-1","team":"ada","name":"mine","version":1,"kind":"outputs","submissions":1,
       "createdAt":"2026-11-20T10:00:00Z"%s}
      """;

  @TempDir Path folder;
  private final FakePlatform platform = new FakePlatform();
  private PythonClient client;

  @BeforeEach
  void copy() throws IOException {
    client = PythonClient.in(folder);
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aSecondFactorIsAskedForWhereTheAccountHasOne() throws Exception {
    platform
        .answering(
            "/sessions",
            401,
            "{\"type\":\"%s\",\"status\":401,\"detail\":\"A code is needed.\"}"
                .formatted(SecondFactors.CODE_NEEDED),
            Map.of())
        .answering(
            "/sessions",
            """
            {"token":"sess10n","expiresAt":"2026-11-22T10:00:00Z",
             "me":{"account":"ada","role":"member","teams":["ada"],"scopes":["read"]}}
            """);

    var printed = client.run(platform, "my password\n123456\n", "sign-in", "ada");

    assertThat(printed.code()).as(printed.text()).isZero();
    assertThat(printed.text()).contains("as ada (member)").doesNotContain("sess10n", "123456");
    assertThat(platform.asked()).hasSize(2);
    assertThat(platform.asked().getLast().text())
        .isEqualTo("{\"account\": \"ada\", \"secret\": \"my password\", \"code\": \"123456\"}");
  }

  @Test
  void aWrongPasswordAsksForNoCode() throws Exception {
    platform.answering("/sessions", 401, "{\"status\":401,\"detail\":\"No.\"}", Map.of());

    var printed = client.run(platform, "wrong\n", "sign-in", "ada");

    assertThat(printed.code()).isEqualTo(4);
    assertThat(printed.text()).isEqualTo("No.\n");
    assertThat(platform.asked()).hasSize(1);
  }

  @Test
  void aSystemIsSubmittedAnonymouslyOnlyIfThatIsSaid() throws Exception {
    platform.answering("/submissions", "{\"id\":\"s-1\",\"responses\":1,\"missing\":0}");
    Files.writeString(folder.resolve("mine.jsonl"), "{\"id\":\"q1\",\"text\":\"a\"}\n");

    client.run(platform, "", "submit", "mine.jsonl", "--benchmark", "b", "--system", "mine");
    client.run(
        platform,
        "",
        "submit",
        "mine.jsonl",
        "--benchmark",
        "b",
        "--system",
        "mine",
        "--anonymous");

    assertThat(platform.asked().getFirst().query()).doesNotContain("anonymous");
    assertThat(platform.asked().getLast().query()).contains("anonymous=true");
  }

  @Test
  void aSystemIsPublishedByItsName() throws Exception {
    platform
        .answering("/systems", "{\"items\":[" + SYSTEM.formatted("") + "]}")
        .answering(
            "/systems/y-1/publish", SYSTEM.formatted(",\"publishedAt\":\"2026-11-21T10:00:00Z\""));

    var printed = client.run(platform, "", "publish", "mine");
    var unknown = client.run(platform, "", "publish", "other");

    assertThat(printed.text()).isEqualTo("mine of ada is public since 2026-11-21T10:00:00Z\n");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.text()).contains("no system of your teams is called other");
  }
}

package palmares.api.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.gzip;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class BadSubmissionTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String ALL =
      "select count(*) from submission union all select count(*) from blob union all"
          + " select count(*) from response union all select coalesce(sum(used), 0) from quota";

  private static final String QUERY = "benchmark=small&system=mine";

  private List<String> before;
  private Calls calls;

  @BeforeEach
  void publish() {
    if (API.anonymous().get("benchmarks/small").status() == 404) {
      Folders.publish(API.organiser("ada"), "small", 3, "quota_per_day: 5");
    }
    calls = API.member("bob");
    before = API.column(ALL);
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(API.column(ALL)).isEqualTo(before);
  }

  @Test
  void unknownFieldsAndWrongTypesAreNamedAllAtOnce() {
    var answer =
        submit(
            calls,
            QUERY,
            """
            {"id":"q1","text":"a1","score":5}
            {"id":"q2","text":5}
            {"id":3,"text":"a3"}
            {"id":"q1"}
            nonsense
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(flaws(answer))
        .startsWith(
            "1 score is not known here; known are [id, text]",
            "2 text must be a text, not the number 5",
            "3 id must be a text, not the number 3",
            "4 text is missing")
        .hasSize(5)
        .last()
        .satisfies(flaw -> assertThat(flaw).startsWith("5 absent is not JSON: "));
  }

  @Test
  void anExampleWhoseLineIsFlawedIsNotCalledMissingAsWell() {
    assertThat(
            flaws(
                submit(calls, QUERY, "{\"id\":\"q1\",\"text\":5}\n{\"id\":\"q2\",\"text\":\"\"}")))
        .containsExactly(
            "1 text must be a text, not the number 5",
            "absent id 'q3' has no response; allow a partial submission, or add it");
    assertThat(flaws(submit(calls, QUERY, responses(2) + "{\"text\":\"whose?\"}")))
        .containsExactly("3 id is missing");
  }

  @Test
  void idsThatStandTwiceOrNowhereAreNamed() {
    assertThat(
            flaws(
                submit(
                    calls, QUERY, responses(3) + responses(1) + "{\"id\":\"q9\",\"text\":\"\"}")))
        .containsExactly(
            "4 id 'q1' has a response in line 1 already", "5 id 'q9' is no example of small 1");
  }

  @Test
  void missingResponsesAreNamedUnlessAllowed() {
    assertThat(flaws(submit(calls, QUERY, responses(2))))
        .containsExactly("absent id 'q3' has no response; allow a partial submission, or add it");
    assertThat(submit(calls, QUERY + "&allowPartial=true&check=true", responses(2)).at("missing"))
        .isEqualTo("1");
  }

  @Test
  void brokenUtf8IsNamedWithItsByte() {
    var lines = responses(3).replace("a2", "\u00e9").getBytes(ISO_8859_1);

    assertThat(flaws(submit(calls, QUERY, lines)))
        .contains("2 absent is not UTF-8: byte 20 of the line is 0xe9");
  }

  @Test
  void theCharacterNulIsNamedWithItsPlace() {
    assertThat(flaws(submit(calls, QUERY, responses(3).replace("a2", "a\\u00002"))))
        .contains("2 text contains the character U+0000 at position 2");
    assertThat(flaws(submit(calls, QUERY, responses(3).replace("a2", "a\u00002"))).getFirst())
        .startsWith("2 absent is not JSON: Illegal unquoted character");
  }

  @Test
  void aLineOfFiftyMegabytesIsNamed() {
    var lines = new byte[50 * 1024 * 1024];
    Arrays.fill(lines, (byte) 'x');

    assertThat(flaws(submit(calls, QUERY, lines)).getFirst())
        .isEqualTo("1 absent is 52428800 bytes long; at most 4 MiB are allowed");
  }

  @Test
  void gzipThatIsCutOffIsRefused() {
    var packed = gzip(responses(3).getBytes(UTF_8));
    var answer = submit(calls, QUERY, Arrays.copyOf(packed, packed.length - 10));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(flaws(answer))
        .anySatisfy(flaw -> assertThat(flaw).contains("is gzip that was cut off"));
  }

  @Test
  void archivesMadeToBurstAreRefused() {
    var answer = submit(calls, QUERY, gzip(new byte[64 * 1024 * 1024]), "Content-Encoding", "gzip");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(flaws(answer).getLast()).contains("unpacks to more than 200 times its size");
    assertThat(flaws(submit(calls, QUERY, "PK\u0003\u0004 and so on")).getFirst())
        .contains("is a zip file");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(flaws(submit(calls, QUERY, "")))
        .containsExactly("absent absent has no responses; small 1 has 3 examples");
    assertThat(submit(calls, QUERY, "\n\r\n").status()).isEqualTo(422);
  }

  @Test
  void neverMoreThanAHundredFlaws() {
    var answer = submit(calls, QUERY, "{}\n".repeat(10_000));

    assertThat(answer.at("errors")).isEqualTo("list of 100");
    assertThat(answer.at("detail")).contains("100 or more things");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(flaws(submit(calls, QUERY, "[".repeat(100_000))).getFirst())
        .contains("nesting depth");
  }

  @Test
  void aDocumentIsCheckedAsALineIs() {
    var answer =
        calls.post(
            "submissions",
            """
            {"benchmark":"small","system":{"name":"mine","kind":"outputs"},
             "responses":[{"id":"q1","text":"a"},{"id":"q1","text":"a"},{"id":"q9","text":"a"}]}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(flaws(answer))
        .containsExactly(
            "absent responses[1].id 'q1' has a response at responses[0] already",
            "absent responses[2].id 'q9' is no example of small 1",
            "absent id 'q2' has no response; allow a partial submission, or add it",
            "absent id 'q3' has no response; allow a partial submission, or add it");
  }

  @Test
  void aDocumentWithWrongTypesIsRefusedWithLines() {
    var answer =
        calls.post(
            "submissions",
            """
            {"benchmark":"small",
             "system":{"name":"mine","kind":"outputs"},
             "responses":[{"id":"q1","text":7}],
             "allowPartial":"yes"}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(flaws(answer))
        .containsExactly(
            "3 responses[0].text must be a text, not the number 7",
            "4 allowPartial must be true or false, not a text");
  }

  @Test
  void whatASystemIsMustMakeSense() {
    assertThat(
            flaws(
                calls.post(
                    "submissions",
                    """
                    {"benchmark":"small","system":{"name":" ","kind":"magic","links":["javascript:alert(1)"]}}
                    """)))
        .containsExactly(
            "absent system.name must be 1 to 120 printable characters",
            "absent system.kind must be outputs or built-in: 'magic'",
            "absent system.links must be http or https addresses: 'javascript:alert(1)'");
  }

  @Test
  void aBuiltInSystemThatNobodyEverOfferedIsRefusedWithThoseOffered() {
    var answer =
        calls.post(
            "submissions",
            "{\"benchmark\":\"small\",\"system\":{\"name\":\"x\",\"kind\":\"built-in\",\"builtIn\":\"magic@7\"}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("detail"))
        .startsWith("No worker has ever offered the built-in system 'magic@7'; offered are [");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(submit(calls, "benchmark=none&system=x", "").status()).isEqualTo(404);
    assertThat(submit(calls, "benchmark=small&version=9&system=x", "").status()).isEqualTo(404);
    assertThat(submit(calls, QUERY + "&team=ada", responses(3)).at("detail"))
        .isEqualTo("There is no team 'ada'.");
    assertThat(submit(calls, "system=x", "").status()).isEqualTo(400);
    assertThat(submit(calls, QUERY + "&check=perhaps", responses(3)).status()).isEqualTo(400);
  }

  @Test
  void onlyOrganisersSubmitBaselines() {
    assertThat(submit(calls, QUERY + "&baseline=true", responses(3)).status()).isEqualTo(403);
  }

  @Test
  void aDryRunCostsNothing() {
    var answer = submit(calls, QUERY + "&check=true", responses(3));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"responses\":3,\"missing\":0,\"quotaLeft\":5}");
  }

  private static List<String> flaws(Answer answer) {
    var flaws = new java.util.ArrayList<String>();
    for (var i = 0; !answer.at("errors[" + i + "].message").equals("absent"); i++) {
      var at = "errors[" + i + "].";
      flaws.add(
          answer.at(at + "line") + " " + answer.at(at + "field") + " " + answer.at(at + "message"));
    }
    return flaws;
  }
}

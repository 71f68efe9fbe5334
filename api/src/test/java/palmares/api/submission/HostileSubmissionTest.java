package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;

/// Invariant 26 at the border: a text is taken as it is, or refused in words that do no harm.
class HostileSubmissionTest {

  /// Streams end soon, so that each call has an answer.
  @RegisterExtension
  static final RunningApi API = new RunningApi(Map.of("palmares.stream.lifetime", "PT0.1S"));

  private static Calls bob;

  @BeforeAll
  static void benchmark() {
    Folders.publish(API.organiser("ada"), "hostile", 1, "quota_per_day: 1000");
    bob = API.member("bob");
  }

  @Test
  void namesOfSystems() {
    new Sink("name of a system: JSON, timeline and stream")
        .takesOrRefuses(
            HostileText.all(),
            text -> {
              var made = submitted(text.json(), "\"a1\"", "");
              if (refused(made)) {
                return false;
              }
              var at = "submissions/" + made.at("id");
              assertThat(bob.get(at).at("system")).isEqualTo(text.text());
              assertThat(bob.get(at + "/timeline").status()).isEqualTo(200);
              assertThat(bob.get(at + "/events").text().lines())
                  .allMatch(
                      line -> line.matches("(|:.*|(retry|id): \\d+|event: [a-z-]+|data: \\{.*})"));
              return true;
            });
    var listed = bob.get("submissions?limit=200");
    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.text()).doesNotContainPattern("[\\x00-\\x1f&&[^\\n]]");
  }

  @Test
  void systemCards() {
    new Sink("system card")
        .takesOrRefuses(
            HostileText.all(),
            text ->
                !refused(
                    submitted(
                        "\"card\"",
                        "\"a1\"",
                        ",\"licence\":%1$s,\"baseModel\":%1$s,\"description\":%1$s"
                            .formatted(text.json()))));
  }

  @Test
  void linksOfACard() {
    new Sink("link of a system card")
        .takesOrRefuses(
            HostileText.all(),
            text -> {
              var made = submitted("\"linked\"", "\"a1\"", ",\"links\":[" + text.json() + "]");
              if (refused(made)) {
                return false;
              }
              assertThat(text.text()).matches("(?s)https?://.*");
              return true;
            });
  }

  @Test
  void responsesAreKeptAsTheyAre() {
    new Sink("response: JSON")
        .takesOrRefuses(
            HostileText.all(),
            text -> {
              var made = submitted("\"answers\"", text.json(), "");
              if (refused(made)) {
                return false;
              }
              var example = bob.get("submissions/" + made.at("id") + "/examples/q1");
              assertThat(example.header("X-Content-Type-Options")).isEqualTo("nosniff");
              assertThat(example.header("Content-Type")).startsWith("application/json");
              assertThat(example.text()).doesNotContainPattern("[\\x00-\\x1f&&[^\\n]]");
              assertThat(example.at("response")).isEqualTo(text.text());
              return true;
            });
  }

  @Test
  void addressesThatNameWhatIsNotThere() {
    new Sink("problem of an address")
        .survives(
            HostileText.shorter(),
            text -> {
              var name = URLEncoder.encode(text.text(), UTF_8).replace("+", "%20");
              for (var path :
                  List.of(
                      "benchmarks/" + name,
                      "leaderboards?benchmark=" + name,
                      "submissions/" + name,
                      "teams/" + name)) {
                var answer = bob.get(path);
                assertThat(answer.status()).as(path).isBetween(200, 499);
                assertThat(HostileText.steers(answer.at("detail"))).as(answer.text()).isFalse();
                assertThat(answer.header("X-Planted") + answer.header("Set-Cookie")).isEmpty();
              }
            });
  }

  /// Whether it was refused, which must be clear and harmless.
  private static boolean refused(Answer answer) {
    if (answer.status() / 100 == 2) {
      return false;
    }
    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text().length()).isLessThan(3_000);
    assertThat(HostileText.steers(answer.at("detail") + answer.at("errors[0].message")))
        .as(answer.text())
        .isFalse();
    return true;
  }

  private static Answer submitted(String name, String response, String card) {
    return bob.post(
        "submissions",
        "{\"benchmark\":\"hostile\",\"system\":{\"name\":%s,\"kind\":\"outputs\"%s},\"responses\":[{\"id\":\"q1\",\"text\":%s}]}"
            .formatted(name, card, response));
  }
}

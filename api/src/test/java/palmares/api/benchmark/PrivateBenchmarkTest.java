package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;

class PrivateBenchmarkTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void aBenchmarkOfATeamIsNotThereForAnyoneElse() {
    publish(API.organiser("ada"), "hidden", "?visibility=team");
    var board = API.organiser("ada").get("benchmarks/hidden").at("leaderboards[0].id");
    var paths =
        List.of(
            "benchmarks/hidden",
            "benchmarks/hidden/access",
            "benchmarks/hidden/versions/1/examples",
            "benchmarks/hidden/versions/1/examples.jsonl",
            "benchmarks/hidden/versions/1/template.jsonl",
            "leaderboards/" + board,
            "leaderboards/" + board + "/snapshots");

    for (var path : paths) {
      assertThat(API.organiser("other").get(path).status()).as(path).isEqualTo(404);
      assertThat(API.organiser("ada").get(path).status()).as(path).isEqualTo(200);
      assertThat(API.admin().get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(API.anonymous().get("benchmarks").text()).doesNotContain("hidden");
    assertThat(API.organiser("other").get("leaderboards").text()).doesNotContain("hidden");
    assertThat(submit(API.organiser("other"), "hidden").status()).isEqualTo(404);
    assertThat(submit(API.organiser("ada"), "hidden").status()).isEqualTo(202);
  }

  @Test
  void itsFilesAreKeptByNoSharedCache() {
    publish(API.organiser("ada"), "uncached", "?visibility=team");

    var inputs = API.organiser("ada").get("benchmarks/uncached/versions/1/examples.jsonl");

    assertThat(inputs.header("Cache-Control")).startsWith("private");
  }

  @Test
  void aBenchmarkIsHandedToATeamShownAndHidden() {
    var ada = API.organiser("ada");
    ada.post("teams", "{\"name\":\"benchmakers\"}");
    publish(ada, "handed", "");

    assertThat(access(ada, "handed", "benchmakers", "team").status()).isEqualTo(200);
    assertThat(ada.get("benchmarks/handed/access").at("team")).isEqualTo("benchmakers");
    assertThat(API.anonymous().get("benchmarks/handed").status()).isEqualTo(404);
    assertThat(access(ada, "handed", "benchmakers", "public").status()).isEqualTo(200);
    assertThat(API.anonymous().get("benchmarks/handed").status()).isEqualTo(200);
    assertThat(access(ada, "handed", "benchmakers", "secret").status()).isEqualTo(400);
    assertThat(access(ada, "handed", "nobody-knows", "team").status()).isEqualTo(404);
    assertThat(access(API.organiser("other"), "handed", "other", "public").status()).isEqualTo(404);
  }

  @Test
  void nobodyPublishesForATeamThatIsNotTheirs() {
    var answer = form("stolen").post(API.organiser("other"), "benchmarks?team=ada");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(form("odd").post(API.organiser("other"), "benchmarks?visibility=none").status())
        .isEqualTo(400);
  }

  private static Multipart form(String name) {
    return new Multipart()
        .file(
            "benchmark",
            Folders.spec(
                name,
                "leaderboards:",
                "  - {id: main, title: Main, method: mean, evaluator: exact-match@1}"))
        .file("examples", Folders.examples(1));
  }

  private static void publish(Calls organiser, String name, String query) {
    assertThat(form(name).post(organiser, "benchmarks" + query).status()).isEqualTo(201);
  }

  private static Answer submit(Calls by, String benchmark) {
    return by.post(
        "submissions",
        "{\"benchmark\":\"%s\",\"system\":{\"name\":\"x\",\"kind\":\"outputs\"},"
                .formatted(benchmark)
            + "\"responses\":[{\"id\":\"q1\",\"text\":\"a\"}]}");
  }

  private static Answer access(Calls by, String benchmark, String team, String visibility) {
    return by.send(
        "PUT",
        "benchmarks/%s/access".formatted(benchmark),
        "{\"team\":\"%s\",\"visibility\":\"%s\"}".formatted(team, visibility).getBytes(),
        List.of("Content-Type", "application/json"));
  }
}

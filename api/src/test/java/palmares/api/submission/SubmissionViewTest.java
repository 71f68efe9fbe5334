package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.contract.submission.ExampleScore;

/// Who sees what of a submission.
class SubmissionViewTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void whatSubmittersSeeOfExamplesIsTheBenchmarksRule() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "sees-reason", 1);
    publishVisible("sees-score", "score");
    publishVisible("sees-nothing", "nothing");
    var bob = API.member("bob");
    var ids =
        List.of("sees-reason", "sees-score", "sees-nothing").stream()
            .map(name -> submit(bob, "benchmark=" + name + "&system=x", responses(1)).at("id"))
            .toList();

    new HandWorker(API).workAll();

    assertThat(bob.get("submissions/" + ids.get(0) + "/scores").at("items[0].aspects.why"))
        .isEqualTo("1.0");
    assertThat(bob.get("submissions/" + ids.get(1) + "/scores").at("items[0].aspects.why"))
        .isEqualTo("absent");
    assertThat(bob.get("submissions/" + ids.get(1) + "/scores").at("items[0].value"))
        .isEqualTo("1.0");
    assertThat(bob.get("submissions/" + ids.get(2) + "/scores").status()).isEqualTo(403);
    assertThat(ada.get("submissions/" + ids.get(2) + "/scores").at("items[0].aspects.why"))
        .isEqualTo("1.0");
  }

  private static void publishVisible(String name, String visible) {
    var answer =
        new Multipart()
            .file("benchmark", Folders.spec(name).replace("visible: reason", "visible: " + visible))
            .file("examples", Folders.examples(1))
            .post(API.organiser("ada"), "benchmarks");
    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void foreignSubmissionsAreNotFound() {
    Folders.publish(API.organiser("ada"), "foreign", 1);
    var id = submit(API.member("bob"), "benchmark=foreign&system=x", responses(1)).at("id");
    var stranger = API.organiser("zoe");

    for (var path : List.of("", "/timeline", "/scores")) {
      assertThat(stranger.get("submissions/" + id + path).status()).isEqualTo(404);
    }
    for (var path : List.of("/cancel", "/retry", "/withdraw")) {
      assertThat(stranger.post("submissions/" + id + path, "").status()).isEqualTo(404);
      assertThat(API.organiser("ada").post("submissions/" + id + path, "").status()).isEqualTo(403);
    }
    assertThat(stranger.get("submissions").at("items")).isEqualTo("list of 0");
    assertThat(API.anonymous().get("submissions/" + id).status()).isEqualTo(401);
    assertThat(API.member("bob").get("submissions/nonsense").status()).isEqualTo(404);
  }

  @Test
  void aPageOfScoresEndsBeforeItsResponsesAreTooManyToHold() {
    Folders.publish(API.organiser("ada"), "long-pages", 3);
    var bob = API.member("bob");
    var half = "x".repeat(ExampleScore.CHARS_IN_PAGE / 2);
    var lines =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> "{\"id\":\"q%d\",\"text\":\"%s\"}%n".formatted(i, half))
            .collect(Collectors.joining());
    var answer = submit(bob, "benchmark=long-pages&system=wordy", lines);
    new HandWorker(API).workAll();
    var scores = "submissions/" + answer.at("id") + "/scores?limit=500";

    var first = bob.get(scores);
    var second = bob.get(scores + "&cursor=" + first.at("next"));

    assertThat(first.at("items") + " " + second.at("items")).isEqualTo("list of 2 list of 1");
    assertThat(second.at("items[0].response")).isEqualTo(half);
    assertThat(second.at("next")).isIn("absent", "null");
  }

  @Test
  void submissionsAreListedNewestFirstInPages() {
    Folders.publish(API.organiser("ada"), "listed", 1);
    var fay = API.member("fay");
    var first = submit(fay, "benchmark=listed&system=x", responses(1)).at("id");
    var second = submit(fay, "benchmark=listed&system=y", responses(1)).at("id");

    var page = fay.get("submissions?benchmark=listed&limit=1");

    assertThat(page.at("items[0].id")).isEqualTo(second);
    assertThat(fay.get("submissions?limit=1&cursor=" + page.at("next")).at("items[0].id"))
        .isEqualTo(first);
    assertThat(fay.get("systems").at("items[0].name")).isEqualTo("y");
    assertThat(fay.get("systems").at("items[1].kind")).isEqualTo("outputs");
  }
}

package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;

class BenchmarkTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void theFilesOfAnUploadAreRemovedAfterIt() {
    Folders.publish(API.organiser("ada"), "tidy", 2_000);

    assertThat(Path.of(API.settings().get("palmares.blobs.directory").toString(), "incoming"))
        .isEmptyDirectory();
  }

  @Test
  void aBenchmarkIsPublishedAndReadByEveryone() {
    var answer = push(API.organiser("ada"), Folders.spec("first"), Folders.examples(3));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("created") + answer.at("examples")).isEqualTo("true3");
    var detail = API.anonymous().get("benchmarks/first");
    assertThat(detail.at("digest")).isEqualTo(answer.at("digest"));
    assertThat(detail.at("state")).isEqualTo("open");
    assertThat(detail.at("leaderboards[0].name")).isEqualTo("mean");
    assertThat(detail.at("evaluators[0]")).isEqualTo("exact-match@1");
  }

  @Test
  void theSameContentAgainIsNotCreatedAndOtherContentIsRefused() {
    var ada = API.organiser("ada");
    push(ada, Folders.spec("fixed"), Folders.examples(3));

    var again = push(ada, Folders.spec("fixed") + "# a comment\n", Folders.examples(3));
    var other = push(ada, Folders.spec("fixed"), Folders.examples(4));

    assertThat(again.status() + again.at("created")).isEqualTo("200false");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.at("type")).isEqualTo("urn:palmares:problem:published-already");
    assertThat(API.anonymous().get("benchmarks/fixed").at("examples")).isEqualTo("3");
  }

  @Test
  void aNewVersionStandsBesideTheOldOne() {
    var ada = API.organiser("ada");
    push(ada, Folders.spec("grown"), Folders.examples(1));
    push(ada, Folders.spec("grown").replace("\"1\"", "\"2\""), Folders.examples(2));

    assertThat(API.anonymous().get("benchmarks/grown").at("version")).isEqualTo("2");
    assertThat(API.anonymous().get("benchmarks/grown").at("versions[1]")).isEqualTo("1");
    assertThat(API.anonymous().get("benchmarks/grown?version=1").at("examples")).isEqualTo("1");
    assertThat(API.anonymous().get("benchmarks/grown?version=3").status()).isEqualTo(404);
  }

  @Test
  void aDryRunStoresNothing() {
    var answer =
        post(
            API.organiser("ada"),
            "benchmarks?check=true",
            Folders.spec("dry"),
            Folders.examples(1));

    assertThat(answer.status() + answer.at("created")).isEqualTo("200false");
    assertThat(API.anonymous().get("benchmarks/dry").status()).isEqualTo(404);
  }

  @Test
  void aFlawedBenchmarkIsAnsweredWithFileLineAndFieldAndNothingIsStored() {
    var answer =
        push(
            API.organiser("ada"),
            Folders.spec("flawed"),
            "{\"id\":\"a\",\"prompt\":\"x\",\"reference\":5}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(
            answer.at("errors[0].file")
                + answer.at("errors[0].line")
                + answer.at("errors[0].field"))
        .isEqualTo("examples.jsonl1reference");
    assertThat(API.anonymous().get("benchmarks/flawed").status()).isEqualTo(404);
    API.postgres()
        .asOwner(
            "do $$ begin assert (select count(*) from benchmark where name = 'flawed') = 0; end $$");
  }

  @Test
  void anotherTeamsNameIsRefused() {
    push(API.organiser("ada"), Folders.spec("adas"), Folders.examples(1));

    assertThat(push(API.organiser("bea"), Folders.spec("adas"), Folders.examples(2)).status())
        .isEqualTo(409);
  }

  @Test
  void onlyOrganisersPublish() {
    assertThat(push(API.member("carl"), Folders.spec("no"), Folders.examples(1)).status())
        .isEqualTo(403);
    assertThat(push(API.anonymous(), Folders.spec("no"), Folders.examples(1)).status())
        .isEqualTo(401);
  }

  @Test
  void aMissingPartIsAProblem() {
    var answer =
        new Multipart()
            .file("benchmark", Folders.spec("half"))
            .post(API.organiser("ada"), "benchmarks");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(API.organiser("ada").post("benchmarks", "{}").status()).isEqualTo(415);
  }

  @Test
  void examplesAreServedInPagesWithoutGold() {
    push(API.organiser("ada"), Folders.spec("paged"), Folders.examples(5));
    var ids = new ArrayList<String>();
    var cursor = "";
    do {
      var page = API.anonymous().get("benchmarks/paged/versions/1/examples?limit=2" + cursor);
      assertThat(page.text()).doesNotContain("\"a1\"").doesNotContain("reference");
      for (var i = 0; !page.at("items[" + i + "].id").equals("absent"); i++) {
        ids.add(page.at("items[" + i + "].id"));
      }
      cursor = page.at("next").equals("absent") ? "" : "&cursor=" + page.at("next");
    } while (!cursor.isEmpty());

    assertThat(ids).containsExactly("q1", "q2", "q3", "q4", "q5");
  }

  @Test
  void theInputsAreServedAsAFileThatIsNotSentTwice() {
    push(API.organiser("ada"), Folders.spec("files"), Folders.examples(2));
    var path = "benchmarks/files/versions/1/examples.jsonl";

    var file = API.anonymous().get(path);
    var again =
        API.anonymous()
            .send("GET", path, new byte[0], List.of("If-None-Match", file.header("ETag")));

    assertThat(file.text())
        .isEqualTo(
            """
            {"id":"q1","messages":[{"content":[{"text":"Question 1?","type":"text"}],"role":"user"}],"split":"public","tags":[]}
            {"id":"q2","messages":[{"content":[{"text":"Question 2?","type":"text"}],"role":"user"}],"split":"public","tags":[]}
            """);
    assertThat(file.header("Content-Type")).startsWith("application/jsonl");
    assertThat(again.status()).isEqualTo(304);
    assertThat(API.anonymous().get("benchmarks/files/versions/1/template.jsonl").text())
        .isEqualTo("{\"id\":\"q1\",\"text\":\"\"}\n{\"id\":\"q2\",\"text\":\"\"}\n");
  }

  @Test
  void benchmarksAreListedByNameInPages() {
    push(API.organiser("ada"), Folders.spec("list-a"), Folders.examples(1));
    push(API.organiser("ada"), Folders.spec("list-b"), Folders.examples(1));

    var one = API.anonymous().get("benchmarks?limit=1");

    assertThat(one.at("items")).isEqualTo("list of 1");
    assertThat(
            API.anonymous().get("benchmarks?limit=1&cursor=" + one.at("next")).at("items[0].name"))
        .isGreaterThan(one.at("items[0].name"));
    assertThat(API.anonymous().get("benchmarks?cursor=nonsense").status()).isEqualTo(400);
    assertThat(API.anonymous().get("benchmarks?limit=0").status()).isEqualTo(400);
    assertThat(API.anonymous().get("benchmarks?limit=many").status()).isEqualTo(400);
  }

  private static Answer push(Calls calls, String spec, String examples) {
    return post(calls, "benchmarks", spec, examples);
  }

  private static Answer post(Calls calls, String path, String spec, String examples) {
    return new Multipart().file("benchmark", spec).file("examples", examples).post(calls, path);
  }
}

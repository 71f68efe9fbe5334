package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.benchmark.DraftStore;

class DraftTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void aDraftKeepsWhatIsWrongAndSaysSoWithItsLine() {
    var ada = API.organiser("ada");

    var draft = create(ada, "name: half\nversion: 1\ntitel: x\n", "{\"id\":\"a\"}\nnonsense\n");

    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(draft.at("name")).isEqualTo("half");
    assertThat(draft.text()).contains("\"file\":\"benchmark.yaml\"", "\"line\":3", "titel");
    assertThat(draft.text()).contains("\"file\":\"examples.jsonl\",\"line\":2");
    assertThat(publish(ada, draft).status()).isEqualTo(422);
    assertThat(API.anonymous().get("benchmarks/half").status()).isEqualTo(404);
  }

  @Test
  void aMendedDraftIsPublishedOnceAndForEver() {
    var ada = API.organiser("ada");
    var draft = create(ada, Folders.spec("drafted"), "");
    var mended = replace(ada, draft, Folders.spec("drafted"), Folders.examples(3));

    assertThat(mended.at("flaws") + mended.at("examplesCount")).isEqualTo("list of 03");
    assertThat(publish(ada, mended).status()).isEqualTo(201);
    assertThat(publish(ada, mended).status()).isEqualTo(404);
    assertThat(API.anonymous().get("benchmarks/drafted").at("examples")).isEqualTo("3");
    var again = create(ada, Folders.spec("drafted"), Folders.examples(2));
    assertThat(again.at("flaws[0].message")).contains("is published with other content");
  }

  @Test
  void ofTwoTabsTheSecondIsTold() {
    var ada = API.organiser("ada");
    var draft = create(ada, Folders.spec("tabs"), Folders.examples(1));
    replace(ada, draft, Folders.spec("tabs"), Folders.examples(2));

    var second = replace(ada, draft, Folders.spec("tabs"), Folders.examples(3));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.at("type")).isEqualTo("urn:palmares:problem:changed-meanwhile");
    assertThat(publish(ada, draft).status()).isEqualTo(409);
    assertThat(ada.get("drafts/" + draft.at("id")).at("examplesCount")).isEqualTo("2");
  }

  @Test
  void aVersionThatIsCopiedHasItsContentAndItsGold() {
    var ada = API.organiser("ada");
    Folders.publish(
        ada,
        "copied",
        2,
        "description: \"a: 'b' # c\"",
        "quota_per_day: 3",
        "leaderboards:",
        "  - {id: main, title: \"Who: really?\", method: mean, evaluator: exact-match@1}");

    var copy = ada.post("benchmarks/copied/versions/1/draft", "");

    assertThat(copy.status()).as(copy.text()).isEqualTo(201);
    assertThat(copy.at("examples")).contains("\"references\":[\"a2\"]");
    // Publishing it unchanged is publishing what is there: so nothing was lost on the way.
    var same = publish(ada, copy);
    assertThat(same.status() + same.at("created")).as(same.text()).isEqualTo("200false");
    assertThat(same.at("digest")).isEqualTo(API.anonymous().get("benchmarks/copied").at("digest"));
  }

  @Test
  void whatIsSavedWhileADraftIsPublishedStays() {
    var ada = API.organiser("ada");
    var draft = create(ada, Folders.spec("meanwhile"), Folders.examples(1));
    var id = UUID.fromString(draft.at("id"));
    var database = API.context().getBean(Database.class);
    var published = database.transact(tx -> DraftStore.find(tx, id));
    replace(ada, draft, Folders.spec("meanwhile"), Folders.examples(2));

    API.context().getBean(Drafts.class).published(published);

    assertThat(ada.get("drafts/" + id).at("examplesCount")).isEqualTo("2");
  }

  @Test
  void namesInListsAreReadFromWhateverThereIs() {
    assertThat(Drafts.value("name", "version: 1\nname: \"half\" # mine\n")).isEqualTo("half");
    assertThat(Drafts.value("name", "name: 'two words'")).isEqualTo("two words");
    assertThat(Drafts.value("name", "name:plain\r\nversion: 1")).isEqualTo("plain");
    assertThat(Drafts.value("name", "name: # none\nname: later")).isNull();
    assertThat(Drafts.value("name", " name: indented")).isNull();
  }

  @Test
  @Timeout(10)
  void aMillionSpacesAfterAFieldTakeNoTime() {
    var spaces = "name:" + " ".repeat(1_000_000) + "#";

    assertThat(Drafts.value("name", spaces)).isNull();
  }

  @Test
  void aFormThatCannotBeTheFilesOfAFolderIsRefusedBeforeItIsRead() {
    var ada = API.organiser("ada");
    var form = List.of("Content-Type", "multipart/form-data; boundary=x");
    var bytes = new byte[(int) BenchmarkCheck.MAX_FILES + 1];
    var unsaid = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[9]));

    for (var path : List.of("drafts", "benchmarks")) {
      assertThat(ada.send("POST", path, bytes, form).status()).isEqualTo(413);
      assertThat(ada.send("POST", path, unsaid, form).status()).isEqualTo(411);
    }
  }

  @Test
  void draftsAreTheTeamsOwn() {
    var draft = create(API.organiser("ada"), Folders.spec("secret"), Folders.examples(1));
    var bea = API.organiser("bea");
    Folders.publish(API.organiser("ada"), "not-beas", 1);

    assertThat(bea.get("drafts/" + draft.at("id")).status()).isEqualTo(404);
    assertThat(bea.delete("drafts/" + draft.at("id")).status()).isEqualTo(404);
    assertThat(replace(bea, draft, "", "").status()).isEqualTo(404);
    assertThat(bea.get("drafts").text()).doesNotContain(draft.at("id"));
    assertThat(bea.post("benchmarks/not-beas/versions/1/draft", "").status()).isEqualTo(403);
    assertThat(API.organiser("ada").delete("drafts/" + draft.at("id")).status()).isEqualTo(204);
  }

  @Test
  void theFilesOfAFolderMakeADraftAndBrokenOnesDoNot() {
    var ada = API.organiser("ada");

    var good =
        new Multipart()
            .file("benchmark", "\uFEFF" + Folders.spec("folder").replace("\n", "\r\n"))
            .file("examples", Folders.examples(2))
            .post(ada, "drafts");
    var broken =
        new Multipart()
            .file("benchmark", new byte[] {'n', (byte) 0xff})
            .file("examples", Folders.examples(2))
            .post(ada, "drafts");
    var nul = ada.post("drafts", "{\"spec\":\"a\\u0000b\",\"examples\":\"\"}");

    assertThat(good.status() + good.at("flaws")).as(good.text()).isEqualTo("201list of 0");
    assertThat(broken.status() + broken.at("errors[0].file")).isEqualTo("422benchmark.yaml");
    assertThat(nul.status()).isBetween(400, 422);
    assertThat(ada.post("drafts", "{\"spec\":5,\"examples\":\"\"}").status()).isEqualTo(400);
  }

  private static Answer create(Calls calls, String spec, String examples) {
    return calls.post("drafts", Json.text(Map.of("spec", spec, "examples", examples)));
  }

  private static Answer replace(Calls calls, Answer draft, String spec, String examples) {
    var revision = Integer.parseInt(draft.at("revision"));
    var body = Json.text(Map.of("spec", spec, "examples", examples, "revision", revision));
    return calls.send(
        "PUT",
        "drafts/" + draft.at("id"),
        body.getBytes(StandardCharsets.UTF_8),
        List.of("Content-Type", "application/json"));
  }

  private static Answer publish(Calls calls, Answer draft) {
    return calls.post(
        "drafts/" + draft.at("id") + "/publish", "{\"revision\":" + draft.at("revision") + "}");
  }
}

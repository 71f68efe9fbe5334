package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;

class VersionTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String WITHDRAWN = "{\"state\":\"withdrawn\",\"reason\":\"leaked\"}";

  @Test
  void aClosedVersionTakesNothingUntilItIsOpenedAgain() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "shop", 1);

    assertThat(put(ada, "shop/versions/1/state", "{\"state\":\"closed\"}").at("state"))
        .isEqualTo("closed");
    assertThat(submit("shop").status()).isEqualTo(409);
    assertThat(API.anonymous().get("benchmarks/shop").at("state")).isEqualTo("closed");
    assertThat(put(ada, "shop/versions/1/schedule", "{}").status()).isEqualTo(409);
    put(ada, "shop/versions/1/state", "{\"state\":\"published\"}");
    assertThat(submit("shop").status()).isEqualTo(202);
  }

  @Test
  void datesCanBeMovedAndNothingElse() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "dated", 1);
    var digest = API.anonymous().get("benchmarks/dated").at("digest");

    var moved =
        put(
            ada,
            "dated/versions/1/schedule",
            "{\"opensAt\":\"2999-01-01T00:00:00Z\",\"closesAt\":\"2999-02-01T00:00:00Z\"}");

    assertThat(moved.at("opensAt")).as(moved.text()).isEqualTo("2999-01-01T00:00:00Z");
    assertThat(API.anonymous().get("benchmarks/dated").at("state")).isEqualTo("upcoming");
    assertThat(API.anonymous().get("benchmarks/dated").at("digest")).isEqualTo(digest);
    assertThat(submit("dated").status()).isEqualTo(409);
    var wrong =
        put(
            ada,
            "dated/versions/1/schedule",
            "{\"opensAt\":\"2999-03-01T00:00:00Z\",\"closesAt\":\"2999-02-01T00:00:00Z\"}");
    assertThat(wrong.status() + wrong.at("errors[0].field")).isEqualTo("422closesAt");
    // The latter is a moment, later than any that PostgreSQL holds.
    for (var no : List.of("soon", "+300000-01-01T00:00:00Z")) {
      assertThat(put(ada, "dated/versions/1/schedule", "{\"opensAt\":\"" + no + "\"}").status())
          .isEqualTo(400);
    }
  }

  @Test
  void aWithdrawnVersionLeavesTheListsAndKeepsItsAddress() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "gone", 1);
    new Multipart()
        .file("benchmark", Folders.spec("gone").replace("\"1\"", "\"2\""))
        .file("examples", Folders.examples(2))
        .post(ada, "benchmarks");

    assertThat(put(ada, "gone/versions/2/state", "{\"state\":\"withdrawn\"}").status())
        .isEqualTo(422);
    put(ada, "gone/versions/2/state", WITHDRAWN);

    assertThat(API.anonymous().get("benchmarks/gone").at("version")).isEqualTo("1");
    assertThat(API.anonymous().get("benchmarks/gone?version=2").at("state")).isEqualTo("withdrawn");
    assertThat(API.anonymous().get("benchmarks/gone/versions").at("[0].reason"))
        .isEqualTo("leaked");
    assertThat(put(ada, "gone/versions/2/state", "{\"state\":\"published\"}").status())
        .isEqualTo(409);
    put(ada, "gone/versions/1/state", WITHDRAWN);
    assertThat(API.anonymous().get("benchmarks?limit=500").text()).doesNotContain("\"gone\"");
    assertThat(API.anonymous().get("benchmarks/gone/versions").at("[1].state"))
        .isEqualTo("withdrawn");
  }

  @Test
  void aBenchmarkOfATeamAloneIsNotThereForOthers() {
    var ada = API.organiser("ada");
    new Multipart()
        .file("benchmark", Folders.spec("private"))
        .file("examples", Folders.examples(1))
        .post(ada, "benchmarks?visibility=team");

    for (var other : new Calls[] {API.anonymous(), API.organiser("bea")}) {
      assertThat(other.get("benchmarks/private/versions").status()).isEqualTo(404);
      assertThat(other.get("benchmarks/private/versions/1/errata").status()).isEqualTo(404);
    }
    assertThat(put(API.organiser("bea"), "private/versions/1/state", WITHDRAWN).status())
        .isEqualTo(404);
    assertThat(ada.get("benchmarks/private/versions").at("[0].state")).isEqualTo("published");
  }

  private static Answer put(Calls calls, String path, String json) {
    return calls.send(
        "PUT",
        "benchmarks/" + path,
        json.getBytes(StandardCharsets.UTF_8),
        List.of("Content-Type", "application/json"));
  }

  private static Answer submit(String benchmark) {
    return API.member("bob")
        .post(
            "submissions",
            "{\"benchmark\":\"%s\",\"system\":{\"name\":\"x\",\"kind\":\"outputs\"},\"responses\":[{\"id\":\"q1\",\"text\":\"a1\"}]}"
                .formatted(benchmark));
  }
}

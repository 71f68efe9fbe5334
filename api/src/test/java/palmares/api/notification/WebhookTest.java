package palmares.api.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.notification.Receiver.Got;
import palmares.api.submission.HandWorker;
import palmares.db.Json;

class WebhookTest {

  private static final Receiver RECEIVER = Receiver.start();

  @RegisterExtension static final RunningApi API = new RunningApi(RECEIVER.settings());

  @AfterAll
  static void stop() {
    RECEIVER.close();
  }

  @Test
  void aRunThatEndsIsToldOfOnceAndSigned() {
    Folders.publish(API.organiser("olga"), "signed", 2);
    var ada = API.member("ada");
    var secret = hook(ada, "ada", "/ada", "run-ended").at("secret");

    var submission = submit(ada, "benchmark=signed&system=mine", responses(2)).at("id");
    new HandWorker(API).workAll();

    var got = one("/ada");
    var body = Json.tree(got.body());
    assertThat(body.at("/type").stringValue()).isEqualTo("run-ended");
    assertThat(body.at("/data/submission").stringValue()).isEqualTo(submission);
    assertThat(body.at("/data/state").stringValue()).isEqualTo("complete");
    assertThat(body.at("/data/system").stringValue()).isEqualTo("mine");
    assertThat(body.at("/data/benchmark").stringValue()).isEqualTo("signed");
    assertThat(got.headers().get("webhook-signature")).isEqualTo(signature(secret, got));
    assertThat(Long.parseLong(got.headers().get("webhook-timestamp")))
        .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.api.Assertions.within(60L));
    becomes(ada, "ada", "state", "sent");
    assertThat(delivery(ada, "ada", 0, "status")).isEqualTo("204");
    assertThat(delivery(ada, "ada", 0, "id")).isEqualTo(got.id());
    assertThat(RECEIVER.at("/ada")).hasSize(1);
  }

  @Test
  void aChangeOfABoardIsToldToTeamsThatAreOnItOrOwnIt() {
    var owner = API.organiser("otto");
    Folders.publish(owner, "boards", 2);
    var bob = API.member("bob");
    var eve = API.member("eve");
    hook(owner, "otto", "/otto", "board-changed");
    hook(bob, "bob", "/bob", "board-changed");
    hook(eve, "eve", "/eve", "board-changed");

    submit(bob, "benchmark=boards&system=mine", responses(2));
    new HandWorker(API).workAll();

    var body = Json.tree(one("/bob").body());
    assertThat(body.at("/type").stringValue()).isEqualTo("board-changed");
    assertThat(body.at("/data/benchmark").stringValue()).isEqualTo("boards");
    var snapshot = body.at("/data/snapshot").stringValue();
    assertThat(API.anonymous().get("snapshots/" + snapshot).status()).isEqualTo(200);
    assertThat(one("/otto").body()).contains(snapshot);
    assertThat(RECEIVER.at("/eve")).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainUnderTheSameIdAndGivenUpVisibly() {
    var carl = API.member("carl");
    RECEIVER.answering("/carl", 500, 503, 500);
    var hook = hook(carl, "carl", "/carl", "run-ended").at("id");

    assertThat(test(carl, "carl", hook).status()).isEqualTo(202);

    becomes(carl, "carl", "state", "failed");
    assertThat(delivery(carl, "carl", 0, "attempts")).isEqualTo("3");
    assertThat(delivery(carl, "carl", 0, "status")).isEqualTo("500");
    assertThat(delivery(carl, "carl", 0, "error")).isEqualTo("answered with 500");
    assertThat(delivery(carl, "carl", 0, "nextTry")).isEqualTo("absent");
    var id = delivery(carl, "carl", 0, "id");

    assertThat(carl.post("teams/carl/deliveries/" + id + "/again", "").status()).isEqualTo(202);

    becomes(carl, "carl", "state", "sent");
    assertThat(RECEIVER.at("/carl")).hasSize(4).extracting(Got::id).containsOnly(id);
    assertThat(RECEIVER.at("/carl"))
        .extracting(Got::body)
        .containsOnly(RECEIVER.at("/carl").getFirst().body());
  }

  @Test
  void aRedirectIsNotFollowedAndGoneIsForGood() {
    var dora = API.member("dora");
    RECEIVER.answering("/dora", 307, 410);
    var hook = hook(dora, "dora", "/dora", "run-ended").at("id");
    test(dora, "dora", hook);

    becomes(dora, "dora", "state", "failed");
    assertThat(delivery(dora, "dora", 0, "attempts")).isEqualTo("2");
    assertThat(delivery(dora, "dora", 0, "error")).isEqualTo("the receiver says that it is gone");
  }

  @Test
  void forADayBothSecretsSignAfterAChange() {
    var emil = API.member("emil");
    var made = hook(emil, "emil", "/emil", "run-ended");

    var changed = emil.post("teams/emil/webhooks/" + made.at("id") + "/secret", "");
    test(emil, "emil", made.at("id"));

    var got = one("/emil");
    assertThat(changed.at("secret")).isNotEqualTo(made.at("secret"));
    assertThat(got.headers().get("webhook-signature").split(" "))
        .containsExactly(signature(changed.at("secret"), got), signature(made.at("secret"), got));
  }

  @Test
  void anAddressOrEventsAreChangedAndTheSecretStays() {
    var nina = API.member("nina");
    var made = hook(nina, "nina", "/before", "run-ended");
    var path = "teams/nina/webhooks/" + made.at("id");

    var moved = change(nina, path, "{\"url\":\"%s\"}".formatted(RECEIVER.url("/after")));
    var told = change(nina, path, "{\"events\":[\"run-failed\"]}");
    test(nina, "nina", made.at("id"));

    assertThat(moved.at("url")).isEqualTo(RECEIVER.url("/after"));
    assertThat(moved.at("events[0]")).isEqualTo("run-ended");
    assertThat(moved.at("secret")).isEqualTo("absent");
    assertThat(told.at("url")).isEqualTo(RECEIVER.url("/after"));
    assertThat(told.at("events[0]")).isEqualTo("run-failed");
    var got = one("/after");
    assertThat(got.headers().get("webhook-signature")).isEqualTo(signature(made.at("secret"), got));
    assertThat(RECEIVER.at("/before")).isEmpty();
    assertThat(API.column("select action from audit_event")).contains("webhook-changed");
  }

  @Test
  void oneThatIsSwitchedOffGetsNothingUntilItIsOn() {
    Folders.publish(API.organiser("olga"), "muted", 2);
    var pia = API.member("pia");
    var path = "teams/pia/webhooks/" + hook(pia, "pia", "/off", "run-ended").at("id");
    change(pia, path, "{\"active\":false}");
    submit(pia, "benchmark=muted&system=mine", responses(2));
    new HandWorker(API).workAll();
    assertThat(delivery(pia, "pia", 0, "id")).isEqualTo("absent");
    assertThat(pia.post(path + "/test", "").status()).isEqualTo(409);
    assertThat(change(pia, path, "{\"active\":true}").at("active")).isEqualTo("true");
    pia.post(path + "/test", "");
    becomes(pia, "pia", "state", "sent");
    change(pia, path, "{\"active\":false}");
    pia.post("teams/pia/deliveries/" + delivery(pia, "pia", 0, "id") + "/again", "");
    becomes(pia, "pia", "error", "the webhook is switched off");
    assertThat(RECEIVER.at("/off")).hasSize(1);
  }

  @Test
  void aChangeThatNoNewWebhookMayHaveIsRefused() {
    var nora = API.member("nora");
    var path = "teams/nora/webhooks/" + hook(nora, "nora", "/kept", "run-ended").at("id");

    assertThat(change(nora, path, "{}").status()).isEqualTo(400);
    assertThat(change(nora, path, "{\"events\":[]}").status()).isEqualTo(400);
    assertThat(change(nora, path, "{\"events\":[\"everything\"]}").status()).isEqualTo(400);
    assertThat(change(nora, path, "{\"url\":\"http://127.0.0.1:22/\"}").status()).isEqualTo(409);
    assertThat(change(API.member("eve"), path, "{\"events\":[\"run-failed\"]}").status())
        .isEqualTo(404);
    assertThat(nora.get("teams/nora/webhooks").at("[0].url")).isEqualTo(RECEIVER.url("/kept"));
    assertThat(nora.get("teams/nora/webhooks").at("[0].events[0]")).isEqualTo("run-ended");
  }

  @Test
  void aSecretIsShownOnceAndStoredSealed() {
    var fay = API.member("fay");
    var made = hook(fay, "fay", "/fay", "run-ended");

    assertThat(made.at("secret")).startsWith("whsec_");
    assertThat(fay.get("teams/fay/webhooks").text()).doesNotContain("whsec_");
    assertThat(API.column("select sealed from webhook_secret"))
        .allMatch(sealed -> sealed.matches("[0-9a-f]{8}:.*"))
        .noneMatch(sealed -> sealed.contains(made.at("secret").substring(6)));
  }

  @Test
  void anAddressWithinOurNetworkIsRefused() {
    var gus = API.member("gus");
    for (var url :
        List.of(
            "http://10.0.0.1:" + RECEIVER.port() + "/",
            "http://169.254.169.254:" + RECEIVER.port() + "/latest/meta-data",
            "https://127.0.0.1:22/",
            "ftp://example.org/",
            "no address")) {
      assertThat(create(gus, "gus", url, "run-ended").status()).as(url).isEqualTo(409);
    }
    assertThat(create(gus, "gus", RECEIVER.url("/"), "other").status()).isEqualTo(400);
    assertThat(
            gus.post("teams/gus/webhooks", "{\"url\":\"http://127.0.0.1/\",\"events\":[]}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aNameOfOurNetworkFailsVisiblyWhenItIsUsed() {
    var hal = API.member("hal");
    var made = create(hal, "hal", "http://[::1]:" + RECEIVER.port() + "/hal", "run-ended");
    var local =
        create(
            hal, "hal", "http://ip6-localhost.invalid:" + RECEIVER.port() + "/s3cret", "run-ended");
    assertThat(made.status()).isEqualTo(409);

    test(hal, "hal", local.at("id"));

    becomes(hal, "hal", "state", "failed");
    assertThat(delivery(hal, "hal", 0, "error"))
        .isEqualTo("the name ip6-localhost.invalid is unknown");
  }

  @Test
  void webhooksAreForTheOwnersOfATeam() {
    var ines = API.member("ines");
    ines.post("teams", "{\"name\":\"watchers\"}");
    var invitation = ines.post("teams/watchers/invitations", "{\"role\":\"member\"}").at("secret");
    var jan = API.member("jan");
    jan.post("invitations/acceptance", "{\"secret\":\"%s\"}".formatted(invitation));
    var made = hook(ines, "watchers", "/watchers", "run-ended").at("id");
    var script =
        API.anonymous()
            .as(ines.post("tokens", "{\"name\":\"ci\",\"scopes\":[\"submit\"]}").at("token"));

    assertThat(jan.get("teams/watchers/webhooks").status()).isEqualTo(403);
    assertThat(API.member("kim").get("teams/watchers/webhooks").status()).isEqualTo(404);
    assertThat(API.member("kim").delete("teams/kim/webhooks/" + made).status()).isEqualTo(404);
    assertThat(create(script, "watchers", RECEIVER.url("/"), "run-ended").status()).isEqualTo(403);
    assertThat(ines.delete("teams/watchers/webhooks/" + made).status()).isEqualTo(204);
    assertThat(ines.get("teams/watchers/webhooks").text()).isEqualTo("[]");
    assertThat(API.column("select action from audit_event"))
        .contains("webhook-created", "webhook-removed");
  }

  private static Answer hook(Calls person, String team, String path, String event) {
    var made = create(person, team, RECEIVER.url(path), event);
    assertThat(made.status()).isEqualTo(201);
    return made;
  }

  private static Answer create(Calls person, String team, String url, String event) {
    return person.post(
        "teams/" + team + "/webhooks",
        "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(url, event));
  }

  private static Answer change(Calls person, String path, String change) {
    return person.send(
        "PATCH",
        path,
        change.getBytes(StandardCharsets.UTF_8),
        List.of("Content-Type", "application/json"));
  }

  private static Answer test(Calls person, String team, String webhook) {
    return person.post("teams/" + team + "/webhooks/" + webhook + "/test", "");
  }

  private static String delivery(Calls person, String team, int index, String field) {
    return person.get("teams/" + team + "/deliveries").at("items[" + index + "]." + field);
  }

  private static void becomes(Calls person, String team, String field, String value) {
    await().untilAsserted(() -> assertThat(delivery(person, team, 0, field)).isEqualTo(value));
  }

  private static Got one(String path) {
    await().untilAsserted(() -> assertThat(RECEIVER.at(path)).isNotEmpty());
    return RECEIVER.at(path).getFirst();
  }

  private static String signature(String secret, Got got) {
    return Signature.of(
        Base64.getDecoder().decode(secret.substring(6)),
        got.id(),
        Long.parseLong(got.headers().get("webhook-timestamp")),
        got.body());
  }
}

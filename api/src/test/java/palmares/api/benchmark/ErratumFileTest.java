package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;

/// Files of mended gold: what is taken, from whom, and what is said of the rest.
class ErratumFileTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private Calls ada;
  private Calls bob;

  @BeforeEach
  void people() {
    ada = API.organiser("ada");
    bob = API.member("bob");
  }

  @Test
  void everyFlawIsNamedWithItsLineAndNothingIsStored() {
    Folders.publish(ada, "strict", 3);

    var answer =
        ErratumFiles.post(
            ada,
            "strict",
            "",
            """
            {"id":"q9","reference":"x"}
            {"id":"q1","refrence":"x"}
            {"id":"q1"}
            {"id":"q2","reference":7}
            {"id":"q3","reference":"x"}
            {"id":"q3","reference":"y"}
            not json
            """);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.text()).contains("\"line\":2", "\"line\":3", "\"line\":4", "\"line\":7");
    assertThat(answer.text()).contains("'q3' stands in line 5 already");
    assertThat(
            ErratumFiles.post(ada, "strict", "", "{\"id\":\"q9\",\"reference\":\"x\"}")
                .at("errors[0].message"))
        .isEqualTo("'q9' is no example of strict 1");
    assertThat(API.anonymous().get(ErratumFiles.path("strict")).text()).isEqualTo("[]");
  }

  @Test
  void wholeExamplesAreTakenAsLongAsOnlyTheirGoldIsNew() {
    Folders.publish(ada, "whole", 3);

    var same = ErratumFiles.post(ada, "whole", "", Folders.examples(3));
    var prompt =
        ErratumFiles.post(ada, "whole", "", Folders.examples(3).replace("Question 2", "Frage 2"));
    var gold = ErratumFiles.post(ada, "whole", "", Folders.examples(3).replace("\"a2\"", "\"b2\""));

    assertThat(same.status() + same.at("type"))
        .isEqualTo("409urn:palmares:problem:changes-nothing");
    assertThat(prompt.status() + prompt.at("errors[0].field")).isEqualTo("422messages");
    assertThat(prompt.at("errors[0].line")).isEqualTo("2");
    assertThat(gold.status() + gold.at("examples")).isEqualTo("2011");
  }

  @Test
  void brokenFilesAreRefused() {
    Folders.publish(ada, "broken", 1);
    var nul = "{\"id\":\"q1\",\"reference\":\"x\\u0000y\"}";
    var notUtf8 = new byte[] {'{', '"', (byte) 0xff, '"', '}'};

    assertThat(upload("broken", new byte[0]).status()).isEqualTo(422);
    assertThat(upload("broken", notUtf8).status()).isEqualTo(422);
    assertThat(upload("broken", new byte[] {0x1f, (byte) 0x8b, 8, 0}).status()).isEqualTo(422);
    assertThat(upload("broken", nul.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
    assertThat(upload("broken", new byte[5 * 1024 * 1024]).status()).isEqualTo(422);
    assertThat(
            ada.post(ErratumFiles.path("broken"), "{\"reason\":\" \",\"lines\":\"{}\"}")
                .at("errors[0].field"))
        .isEqualTo("reason");
    assertThat(API.anonymous().get(ErratumFiles.path("broken")).text()).isEqualTo("[]");
  }

  @Test
  void onlyTheTeamWhoseBenchmarkItIsMendsIt() {
    Folders.publish(ada, "adas-own", 3);

    assertThat(
            ErratumFiles.post(API.organiser("bea"), "adas-own", "", ErratumFiles.MENDED).status())
        .isEqualTo(403);
    assertThat(ErratumFiles.post(bob, "adas-own", "", ErratumFiles.MENDED).status()).isEqualTo(403);
    assertThat(ErratumFiles.post(API.anonymous(), "adas-own", "", ErratumFiles.MENDED).status())
        .isEqualTo(401);
    assertThat(ErratumFiles.post(API.organiser("bea"), "no-such", "", ErratumFiles.MENDED).status())
        .isEqualTo(404);
    assertThat(ErratumFiles.post(API.admin(), "adas-own", "", ErratumFiles.MENDED).status())
        .isEqualTo(201);
  }

  private Answer upload(String benchmark, byte[] lines) {
    return new Multipart()
        .file("erratum", lines)
        .text("reason", "why")
        .post(ada, ErratumFiles.path(benchmark));
  }
}

package palmares.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.e2e.journey.SubmitPage.choose;
import static palmares.e2e.journey.SubmitPage.submissions;
import static palmares.e2e.journey.SubmitPage.system;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.testing.Cable;
import palmares.e2e.journey.OnPlatform.Person;

class LostConnectionJourneyTest {

  @RegisterExtension static final OnPlatform HERE = new OnPlatform();

  @Test
  void whatIsTypedOutlivesALostConnectionAndGoesOnByItself() throws Exception {
    Capitals.publish(HERE.admin(), "offline");
    var tab = HERE.signedIn(HERE.person("lou", "member"), "submit?benchmark=offline");
    system(tab).fill("lou-1");

    tab.page().context().setOffline(true);
    tab.field("or paste the lines").fill(Capitals.RESPONSES);
    tab.button("Check").click();
    assertThat(tab.text("Connection lost, trying to reconnect")).isVisible();
    tab.page().context().setOffline(false);

    assertThat(tab.text("No problems")).isVisible();
    assertThat(system(tab)).hasValue("lou-1");
  }

  @Test
  void anUploadThatBreaksOffAt99PercentIsNoSubmissionAndIsSentAgainByOneClick() throws Exception {
    Capitals.publish(HERE.admin(), "cut");
    var uma = HERE.person("uma", "member");
    try (var cable = new Cable(HERE.platform().origin())) {
      var tab = HERE.strangerAt(cable.address());
      tab.open("submit?benchmark=cut");
      tab.signIn(uma.name(), uma.password());
      system(tab).fill("uma-1");
      cable.tearAfter(twoMegabytes().length / 100 * 99L);
      choose(tab, twoMegabytes());

      // Chromium tries once more by itself.
      assertThat(tab.page().locator("vaadin-upload-file[error]")).isVisible();
      assertThat(tab.text("nothing of it was kept")).isVisible();
      cable.mend();
      tab.button("Submit").click();
      assertThat(tab.text("Something is missing")).isVisible();
      assertThat(submissions(uma, "cut")).isZero();

      tab.page().locator("vaadin-upload-file [part=retry-button]").click();
      assertThat(tab.page().locator("vaadin-upload-file[complete]")).isVisible();
      assertThat(tab.text("nothing of it was kept")).isHidden();
      tab.button("Submit").click();
      assertThat(tab.heading()).hasText("uma-1");
      assertThat(tab.text("Complete: everything is evaluated.")).isVisible();
      assertThat(submissions(uma, "cut")).isOne();
    }
  }

  @Test
  void aRequestThatEndsAt99PercentLeavesNothingBehind() throws Exception {
    Capitals.publish(HERE.admin(), "unfinished");
    var ugo = HERE.person("ugo", "member");

    sendMostOf(HERE.platform().origin(), ugo, twoMegabytes());
    sendMostOf(HERE.admin().origin(), ugo, twoMegabytes());

    assertThat(submissions(ugo, "unfinished")).isZero();
    var doctor = HERE.admin().get("/doctor").body();
    assertThat(doctor.get("healthy").asBoolean()).as(doctor.toPrettyString()).isTrue();
  }

  private static void sendMostOf(URI server, Person as, byte[] body) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      var head =
          """
          POST /api/v1/submissions?benchmark=unfinished&system=ugo-1 HTTP/1.1\r
          Host: %s\r
          Authorization: Bearer %s\r
          Content-Type: application/jsonl\r
          Content-Length: %d\r
          \r
          """
              .formatted(server.getAuthority(), as.api().token(), body.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body, 0, body.length / 100 * 99);
      socket.getOutputStream().flush();
    }
  }

  private static byte[] twoMegabytes() {
    return Capitals.RESPONSES
        .replace("Milan", "Milan ".repeat(2_000_000 / "Milan ".length()))
        .getBytes(StandardCharsets.UTF_8);
  }
}

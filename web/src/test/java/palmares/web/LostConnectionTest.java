package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.testing.Cable;
import palmares.contract.testing.Tab;
import palmares.web.StubApi.Reply;

/// What a page shows after its connection has been away, and with it what was sent meanwhile.
final class LostConnectionTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private Cable cable;
  private Tab tab;

  @BeforeEach
  void open() throws IOException {
    cable = new Cable(WEB.address());
    tab = WEB.tabAt(cable.address());
  }

  @AfterEach
  void close() throws IOException {
    cable.close();
  }

  @Test
  void whatWasPushedIntoATornConnectionIsShownWhenThereIsOneAgain() throws IOException {
    var stream = WEB.api().stream("GET /submissions/s-1/events");
    tab.open("submissions/s-1");
    tab.signIn("admin", "one-time");
    assertThat(tab.text("Waiting for a worker with rouge-l@2 since")).isVisible();
    await().until(() -> stream.listeners() == 1);

    WEB.api().on("GET /submissions/s-1", SampleAnswers.submission("complete"));
    loseWhatIsPushed(stream, "/s-1/timeline");

    assertThat(tab.text("Complete: everything is evaluated.")).isVisible();
  }

  @Test
  void theRowsOfABoardOutliveALostConnection() throws IOException {
    var stream = WEB.api().stream("GET /leaderboards/board-9/events");
    newest("fusion-sentence", 14);
    tab.open("leaderboards/board-9");
    assertThat(tab.row("fusion-sentence")).isVisible();
    await().until(() -> stream.listeners() == 1);

    newest("newcomer", 15);
    loseWhatIsPushed(stream, "/board-9");

    assertThat(tab.text("new: newcomer; gone: fusion-sentence")).isVisible();
    assertThat(tab.row("fusion-sentence")).isVisible();
  }

  /// Wakes the page, lets what it is then told get lost, and tears and mends the line.
  private void loseWhatIsPushed(StubApi.Stream stream, String asked) throws IOException {
    cable.lose();
    WEB.api().forget();
    stream.send("id: 1\nevent: news\ndata: {}\n\n");
    await()
        .until(() ->
            WEB.api().seen().stream().anyMatch(seen -> seen.uri().split("\\?")[0].endsWith(asked)));
    cable.tear();
    cable.mend();
  }

  private static void newest(String first, int revision) {
    WEB.api()
        .on(
            "GET /leaderboards/board-9",
            new Reply(200, "\"" + revision + "\"", Map.of(), SampleAnswers.board(first, revision)));
  }
}

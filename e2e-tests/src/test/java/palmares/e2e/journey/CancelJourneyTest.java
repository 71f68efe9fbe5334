package palmares.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// While no worker is there, so that what is submitted waits.
class CancelJourneyTest {

  @RegisterExtension static final OnPlatform HERE = new OnPlatform();

  @BeforeEach
  void stopTheWorker() throws Exception {
    HERE.platform().worker(0).close();
  }

  @AfterEach
  void startTheWorker() throws Exception {
    HERE.platform().worker(0).start();
  }

  @Test
  void aWaitingSubmissionIsCancelledAndNeverRanked() throws Exception {
    Capitals.publish(HERE.admin(), "cancelled");
    var cleo = HERE.person("cleo", "member");
    var taken =
        cleo.api()
            .post(
                "/submissions?benchmark=cancelled&system=cleo-1",
                "application/jsonl",
                Capitals.responses(),
                Map.of());
    var path = "submissions/" + taken.body().get("id").asText();
    var tab = HERE.signedIn(cleo, path);
    assertThat(tab.text("Waiting for a worker with exact-match@1. It goes on by itself."))
        .isVisible();
    var other = HERE.beside(tab);
    other.open(path);

    tab.button("Cancel").click();
    assertThat(tab.text("What is evaluated so far stays and is never ranked.")).isVisible();
    tab.button("Yes, cancel it").click();

    assertThat(tab.text("Cancelled. What was evaluated stays and is never ranked.")).isVisible();
    assertThat(other.text("Cancelled. What was evaluated stays and is never ranked.")).isVisible();
    assertThat(tab.button("Cancel")).hasCount(0);
    assertThat(cleo.api().get("/" + path).body().get("state").asText()).isEqualTo("cancelled");
  }
}

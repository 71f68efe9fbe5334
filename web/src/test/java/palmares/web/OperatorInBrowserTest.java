package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OperatorInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @BeforeEach
  void answers() {
    WEB.api().forget();
    OperatorAnswers.on(WEB.api());
  }

  @Test
  void workersWaitingWorkAndFailuresAreSaidInWords() {
    WEB.openSignedIn("operator");

    assertThat(WEB.heading()).hasText("Is everything running?");
    assertThat(
            WEB.page()
                .getByText(
                    "1 worker takes jobs, 17 jobs are waiting, 5 of them for a worker that is not"
                        + " there."))
        .isVisible();
    assertThat(WEB.row("cellar")).containsText("the last: no disk left");
    assertThat(WEB.row("reward-large@1"))
        .containsText("No worker for reward-large@1 on gpu since 21 Nov 2026, 17:00 (Asia/Tokyo).");
    assertThat(WEB.row("<i>mine</i>")).containsText("the fault is the evaluator's");
  }

  @Test
  void theDoctorSaysWhatEachCountMeans() {
    WEB.openSignedIn("operator");
    WEB.button("Examine now").click();

    assertThat(WEB.page().getByText("One check does not hold")).isVisible();
    assertThat(WEB.row("blobs without their file"))
        .containsText("A stored file is gone: bring it back from a backup.");
  }

  @Test
  void aWorkerIsReadmittedAtOnceAndDrainedOnlyAfterASecondWord() {
    WEB.openSignedIn("operator");
    WEB.button("Readmit cellar").click();
    assertThat(WEB.page().getByText("It takes jobs again.")).isVisible();
    assertThat(WEB.row("cellar")).containsText("takes jobs");

    WEB.row("attic").getByText("Drain").click();
    assertThat(WEB.page().getByText("attic finishes the jobs it has and ends")).isVisible();
    assertThat(WEB.api().seen()).noneMatch(seen -> seen.uri().endsWith("/drain"));
    WEB.button("Drain attic").click();

    assertThat(WEB.page().getByText("It finishes the jobs it has, and ends.")).isVisible();
  }

  @Test
  void aNewerStateAppearsByItself() {
    WEB.openSignedIn("operator");
    assertThat(WEB.row("cellar")).containsText("quarantined");

    WEB.api().on("GET /workers", OperatorAnswers.workers("live"));

    assertThat(WEB.row("cellar")).containsText("takes jobs");
  }

  @Test
  void whereNothingIsThereThePageSaysSo() {
    WEB.api().on("GET /workers", "[]");
    WEB.api().on("GET /queues", "[]");
    WEB.api().on("GET /failed-jobs", "{\"items\":[]}");
    WEB.openSignedIn("operator");

    assertThat(WEB.page().getByText("No worker takes jobs, and no job waits.")).isVisible();
    assertThat(WEB.page().getByText("“palmares worker” starts one.")).isVisible();
    assertThat(WEB.page().getByText("Every job has ended.")).isVisible();
  }

  @Test
  void forWhoIsNoOperatorThereIsNoSuchPage() {
    WEB.open("operator");
    assertThat(WEB.heading()).hasText("No such page");

    WEB.api()
        .on(
            "POST /sessions",
            SampleAnswers.session().replace("\"role\":\"admin\"", "\"role\":\"member\""));
    WEB.openSignedIn("operator");
    assertThat(WEB.heading()).hasText("No such page");
    assertThat(WEB.page().getByLabel("Places").getByText("Operator")).hasCount(0);
  }
}

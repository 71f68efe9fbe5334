package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ImportsInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @Test
  void anImportSaysWhatWasTakenAndWhyNotAllAndOlderOnesCome() {
    WEB.api()
        .on("GET /imports?limit=20", "{\"items\":[" + ImportAnswers.NEWER + "],\"next\":\"c1\"}");
    WEB.api().on("GET /imports?limit=20&cursor=c1", "{\"items\":[" + ImportAnswers.OLDER + "]}");
    WEB.open("leaderboards");
    WEB.page().getByText("What was measured elsewhere").click();

    assertThat(WEB.link("Benchmark alpaca-eval, version 805-9f2c")).isVisible();
    assertThat(WEB.page().getByText("803 of 805 rows were taken, 2 left out; 14 with a remark."))
        .isVisible();
    WEB.page()
        .getByText("Left out", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
        .click();
    assertThat(WEB.row("no preference")).containsText("1,041, 77,233");
    WEB.button("Show older ones").click();

    assertThat(WEB.page().getByText("All 9,288 rows were taken.")).isVisible();
    assertThat(WEB.page().getByText("a, b, c, d, e and 2 more")).isVisible();
    assertThat(WEB.button("Show older ones")).hasCount(0);
  }

  @Test
  void whereNothingWasImportedOrTheApiRefusesThePageSaysSo() {
    WEB.api().on("GET /imports", "{\"items\":[]}");
    WEB.open("imports?benchmark=short-reading");
    assertThat(WEB.page().getByText("Nothing was imported into it")).isVisible();
    assertThat(WEB.link("Benchmark short-reading"))
        .hasAttribute("href", "benchmarks/short-reading");

    WEB.api().refuse("GET /imports", 400, "The cursor is none of ours.");
    WEB.page().getByText("All imports").click();

    assertThat(WEB.page().getByText("The cursor is none of ours.")).isVisible();
  }
}

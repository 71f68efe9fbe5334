package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HomeInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @Test
  void aBenchmarkShowsWhoLeadsAndWhatChanged() {
    WEB.open("");

    var benchmark =
        WEB.page().getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Short reading"));
    assertThat(benchmark).containsText("60 examples · 12 submissions");
    assertThat(benchmark).containsText("fusion-sentence+18.1");
    assertThat(benchmark).containsText("The first two can't be told apart");
    assertThat(benchmark).containsText("Also: Who wins head to head?");
    var lately =
        WEB.page()
            .getByRole(AriaRole.REGION, new GetByRoleOptions().setName("What changed lately"));
    assertThat(lately).containsText("new: fusion-sentence; gone: newcomer");
  }

  @Test
  void wordsAndCategoriesNarrowManyBenchmarksDown() {
    WEB.api().on("GET /benchmarks", SampleAnswers.threeBenchmarks());
    WEB.open("");
    assertThat(cards()).hasCount(3);

    WEB.button("maths").click();
    assertThat(cards()).hasCount(2);
    WEB.page().getByLabel("Find a benchmark").fill("SUMS");
    assertThat(cards()).hasCount(1);
    WEB.button("All").click();
    WEB.page().getByLabel("Find a benchmark").fill("nothing like it");

    assertThat(WEB.page().getByText("Nothing found")).isVisible();
  }

  @Test
  void anEmptyPlatformTellsHowToBegin() {
    WEB.api().on("GET /benchmarks", "{\"items\":[]}");
    WEB.open("");

    assertThat(WEB.page().getByText("palmares benchmark new mine")).isVisible();
  }

  private Locator cards() {
    return WEB.page().locator(".benchmark");
  }
}

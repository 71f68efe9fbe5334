package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HomeInBrowserTest {

  private static Chromium chromium;
  private static StubApi api;
  private static WebRole web;

  private Page page;

  @BeforeAll
  static void start() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    chromium = Chromium.start();
    api = new StubApi();
    web = WebRole.start(WebConfig.of(0, api.address()));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      web.close();
      api.close();
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    SampleAnswers.on(api);
    page = chromium.browser().newPage();
  }

  @AfterEach
  void close() {
    page.context().close();
  }

  @Test
  void aBenchmarkShowsWhoLeadsAndWhatChanged() {
    page.navigate(web.address() + "/");

    var benchmark =
        page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Short reading"));
    assertThat(benchmark).containsText("60 examples · 12 submissions");
    assertThat(benchmark).containsText("fusion-sentence+18.1");
    assertThat(benchmark).containsText("The first two can't be told apart");
    assertThat(benchmark).containsText("Also: Who wins head to head?");
    var lately =
        page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("What changed lately"));
    assertThat(lately).containsText("new: fusion-sentence; gone: newcomer");
  }

  @Test
  void wordsAndCategoriesNarrowManyBenchmarksDown() {
    api.on("GET /benchmarks", SampleAnswers.threeBenchmarks());
    page.navigate(web.address() + "/");
    assertThat(cards()).hasCount(3);

    chip("maths").click();
    assertThat(cards()).hasCount(2);
    page.getByLabel("Find a benchmark").fill("SUMS");
    assertThat(cards()).hasCount(1);
    chip("All").click();
    page.getByLabel("Find a benchmark").fill("nothing like it");

    assertThat(page.getByText("Nothing found")).isVisible();
  }

  @Test
  void anEmptyPlatformTellsHowToBegin() {
    api.on("GET /benchmarks", "{\"items\":[]}");
    page.navigate(web.address() + "/");

    assertThat(page.getByText("palmares benchmark new mine")).isVisible();
  }

  private Locator cards() {
    return page.locator(".benchmark");
  }

  private Locator chip(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }
}

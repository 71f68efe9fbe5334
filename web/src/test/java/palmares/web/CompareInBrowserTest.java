package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;

final class CompareInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private static final String PATH = "compare?left=s-1&right=s-2";

  private Page page;

  @BeforeEach
  void answer() {
    page = WEB.page();
    ComparisonAnswers.on(WEB.api());
  }

  @Test
  void twoRowsOfALeaderboardAreComparedWithThreeClicks() {
    WEB.api()
        .on(
            "GET /leaderboards/board-1",
            new Reply(200, "\"14\"", Map.of(), ComparisonAnswers.board()));
    WEB.open("leaderboards/board-1");

    page.getByLabel("Compare fusion-sentence").click();
    page.getByLabel("Compare whole-passage").click();
    page.getByText("Compare the two").click();

    assertThat(WEB.heading()).hasText("bm25-sentence or word-overlap-abstain?");
    assertThat(page).hasURL(WEB.address() + "/" + PATH);
  }

  @Test
  void theAnswerIsAboutAllExamplesSoThatGapsDoNotPay() {
    WEB.open(PATH);

    assertThat(page.getByText("bm25-sentence is better by 1.8 [0.9, 2.75] on all 60 examples."))
        .isVisible();
    assertThat(main())
        .containsText(
            "word-overlap-abstain left 26 examples unanswered that the other answered. Each gap counts as the worst value, 1.");
    assertThat(main())
        .containsText(
            "word-overlap-abstain is ahead by 0.7 [−0.1, 1.5] on the 34 examples that both answered.");
    assertThat(main()).containsText("would be seen in 4 of 10,000 cases if a coin had decided");
    assertThat(WEB.row("people").getByText("2 of 1,000 cases")).isVisible();
    assertThat(opened()).isVisible();
    Screens.take(page, "compare");
  }

  @Test
  void examplesThatTheLeaderboardsLeaveOutAreMarkedAndCounted() {
    WEB.api()
        .change((route, body) ->
            body.replace("\"leftOut\":0", "\"leftOut\":2")
                .replace("\"references\":[]", "\"references\":[],\"leftOut\":\"on a poster\""));
    WEB.open(PATH);

    assertThat(main()).containsText("2 examples that count here count on no leaderboard.");
    assertThat(WEB.row("causes-01")).containsText("left out on a poster");
    assertThat(page.locator(".side-by-side")).containsText("left out on a poster");
  }

  @Test
  void theLargestDifferenceIsOpenAndKeysGoOnToTheNext() {
    WEB.open(PATH);
    assertThat(opened()).hasText("Example causes-01");
    assertThat(page.getByText("Why did the mill stop?")).isVisible();

    // A letter on its own means nothing outside of the part that says so.
    page.keyboard().press("n");
    page.getByText("Why did the mill stop?").click();
    assertThat(opened()).hasText("Example causes-01");
    page.keyboard().press("n");
    assertThat(opened()).hasText("Example people-07");
    assertThat(page.getByText("There is no response.")).isVisible();
    assertThat(WEB.button("Next →")).hasAttribute("aria-disabled", "true");

    page.keyboard().press("k");
    assertThat(opened()).hasText("Example causes-01");
    page.keyboard().press("p");
    assertThat(WEB.button("← Previous")).hasAttribute("aria-disabled", "true");

    WEB.button("people-07").click();
    assertThat(opened()).hasText("Example people-07");
  }

  @Test
  void whichExamplesAreListedIsAskedOfTheApi() {
    WEB.open(PATH);
    assertThat(opened()).isVisible();

    WEB.button("Where bm25-sentence is better").click();
    assertThat(WEB.button("Where bm25-sentence is better")).hasAttribute("aria-pressed", "true");
    assertThat(WEB.button("Where bm25-sentence is better")).isFocused();
    WEB.button("Largest difference first").click();
    assertThat(WEB.button("Largest difference first")).hasAttribute("aria-pressed", "false");
    WEB.button("Show 25 more").click();

    assertThat(page.getByRole(AriaRole.ROW)).hasCount(8);
    assertThat(WEB.api().seen())
        .anyMatch(seen -> seen.uri().contains("order=difference&better=either&limit=25"))
        .anyMatch(seen -> seen.uri().contains("order=difference&better=left"))
        .anyMatch(seen -> seen.uri().endsWith("order=example&better=left&limit=25&cursor=more"));
  }

  @Test
  void aCategoryAnEvaluatorAndTheOtherOrderAreAddressesOfTheirOwn() {
    WEB.open(PATH);
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("causes")).click();
    assertThat(page).hasURL(WEB.address() + "/" + PATH + "&category=causes");
    page.getByText("By checklist@2", new GetByTextOptions().setExact(true)).click();
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("rouge-l@2")).click();
    assertThat(page).hasURL(WEB.address() + "/" + PATH + "&evaluator=rouge-l%402&category=causes");
    assertThat(WEB.api().seen())
        .anyMatch(seen -> seen.uri().endsWith("?evaluator=rouge-l%402&category=causes"));

    WEB.link("Swap sides").click();

    assertThat(page)
        .hasURL(
            WEB.address() + "/compare?left=s-2&right=s-1&evaluator=rouge-l%402&category=causes");
  }

  @Test
  void textsOfOthersAreShownAsText() {
    WEB.open(PATH);

    assertThat(page.locator(".sides .quote").last())
        .hasText(ComparisonAnswers.HOSTILE.replace('\u202e', '\ufffd'));
    assertThat(page.locator("img[src=x]")).hasCount(0);
  }

  @Test
  void whoMaySeeNoSingleExampleIsToldWhyAndAsksForNone() {
    WEB.api()
        .on(
            "GET /comparisons/s-1/s-2",
            ComparisonAnswers.comparison("\"Shown to who follows both.\""));

    WEB.open(PATH);

    assertThat(page.getByText("Shown to who follows both.")).isVisible();
    assertThat(WEB.api().seen()).noneMatch(seen -> seen.uri().contains("/examples"));
  }

  @Test
  void onAPhoneTheSidesStandBelowEachOther() {
    page.setViewportSize(390, 800);
    WEB.open(PATH);
    assertThat(opened()).isVisible();

    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
  }

  @Test
  void aComparisonBeginsAtASubmissionToo() {
    WEB.api()
        .on(
            "GET /leaderboards/board-1",
            new Reply(200, "\"14\"", Map.of(), ComparisonAnswers.board()));
    WEB.openSignedIn("submissions/s-1");

    WEB.link("with another submission").click();
    assertThat(WEB.heading()).hasText("Compare with which?");
    WEB.link("2  whole-passage").click();

    assertThat(page).hasURL(WEB.address() + "/" + PATH);
  }

  @Test
  void whatIsMissingOrDeniedIsSaid() {
    WEB.open("compare");
    assertThat(page.getByText("Pick two rows first")).isVisible();

    WEB.api().refuse("GET /comparisons/s-1/s-3", 409, "Not the same version of a benchmark.");
    WEB.open("compare?left=s-1&right=s-3");

    assertThat(page.getByText("Not the same version of a benchmark.")).isVisible();
  }

  private Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  private Locator opened() {
    return page.locator(".side-by-side h3");
  }
}

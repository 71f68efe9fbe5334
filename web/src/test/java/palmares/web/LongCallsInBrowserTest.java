package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// While the API is long over an answer to one tab, the other tabs of the same person go on.
final class LongCallsInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private Page page;

  @BeforeEach
  void open() {
    page = WEB.page();
    ComparisonAnswers.on(WEB.api());
  }

  @Test
  void aComparisonIsWaitedForWithoutHoldingUpAnythingElse() {
    var answer = WEB.api().hold("GET /comparisons/s-1/s-2");

    WEB.open("compare?left=s-1&right=s-2");

    assertThat(page.getByText("Comparing …")).isVisible();
    anotherTabGoesOn();
    answer.countDown();
    assertThat(WEB.heading()).hasText("bm25-sentence or word-overlap-abstain?");
    assertThat(page).hasTitle("bm25-sentence or word-overlap-abstain · Palmares");
  }

  @Test
  void theExamplesOfAComparisonAreWaitedForLikewise() {
    var answer = WEB.api().hold("GET /comparisons/s-1/s-2/examples");

    WEB.open("compare?left=s-1&right=s-2");

    assertThat(page.getByText("Looking …")).isVisible();
    anotherTabGoesOn();
    answer.countDown();
    assertThat(page.getByText("Example causes-01")).isVisible();
  }

  @Test
  void whatIsBeingSentCannotBeSentTwiceOrChanged() {
    WEB.openSignedIn("submit");
    page.getByLabel("System").fill("mine");
    page.getByLabel("or paste the lines").fill("{\"id\":\"a\"}");
    var answer = WEB.api().hold("POST /submissions");
    var submit =
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Submit").setExact(true));

    submit.click();

    assertThat(page.getByText("Sending …")).isVisible();
    assertThat(submit).isDisabled();
    assertThat(page.getByLabel("System")).isDisabled();
    anotherTabGoesOn();
    answer.countDown();
    assertThat(page).hasURL(WEB.address() + "/submissions/s-1");
  }

  @Test
  void afterARefusalTheFormIsThereAgain() {
    WEB.api().refuse("POST /submissions", 409, "Its name is taken.");
    WEB.openSignedIn("submit");
    page.getByLabel("System").fill("mine");
    page.getByLabel("or paste the lines").fill("{\"id\":\"a\"}");

    WEB.button("Check").click();

    assertThat(page.getByText("Its name is taken.")).isVisible();
    assertThat(WEB.button("Check")).isEnabled();
    assertThat(page.getByLabel("or paste the lines")).hasValue("{\"id\":\"a\"}");
  }

  private static void anotherTabGoesOn() {
    var other = WEB.tabAt(WEB.address());
    other.open("leaderboards");
    assertThat(other.page().getByText("Who wins head to head?")).isVisible();
  }
}

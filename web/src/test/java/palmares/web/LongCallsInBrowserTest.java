package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
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
  void theNextExampleIsWaitedForLikewiseAndNoPressIsLost() {
    WEB.open("compare?left=s-1&right=s-2");
    assertThat(opened()).hasText("Example causes-01");
    var answer = WEB.api().hold("GET /comparisons/s-1/s-2/examples/people-07");

    WEB.button("Next →").click();

    assertThat(page.locator(".compared [aria-busy=true]")).hasText(Pattern.compile("causes-01"));
    anotherTabGoesOn();
    page.keyboard().press("p");
    answer.countDown();
    assertThat(page.locator(".compared [aria-busy=false]")).hasText(Pattern.compile("causes-01"));
  }

  @Test
  void furtherExamplesOfAComparisonAreWaitedForLikewise() {
    WEB.open("compare?left=s-1&right=s-2");
    assertThat(opened()).isVisible();
    var answer = WEB.api().hold("GET /comparisons/s-1/s-2/examples");

    WEB.button("Show 25 more").click();

    assertThat(page.getByText("Looking …")).isVisible();
    anotherTabGoesOn();
    answer.countDown();
    assertThat(page.locator("table.examples tbody tr")).hasCount(4);
    assertThat(WEB.button("Show 25 more")).hasCount(1);
  }

  @Test
  void whatIsBeingLeftOutIsWaitedForLikewiseAndNotLeftOutTwice() {
    OrganiserAnswers.on(WEB.api());
    OrganiserAnswers.mayChange(WEB.api());
    WEB.openSignedIn("benchmarks/short-reading/exclusions");
    lifting("causes-07").click();
    page.getByLabel("Why it counts again, for everyone to read").fill("no poster after all");
    var answer = WEB.api().hold("POST /benchmarks/short-reading/versions/1/exclusions/x-2/lift");

    WEB.button("Let it count again").click();

    assertThat(page.getByText("Letting it count …")).isVisible();
    assertThat(lifting("copycat")).isDisabled();
    anotherTabGoesOn();
    answer.countDown();
    assertThat(page.getByText("It counts again")).isVisible();
    assertThat(lifting("copycat")).isEnabled();
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

  private static Locator lifting(String row) {
    return WEB.row(row)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Let it count…"));
  }

  private Locator opened() {
    return page.locator(".side-by-side h3");
  }

  private static void anotherTabGoesOn() {
    var other = WEB.tabAt(WEB.address());
    other.open("leaderboards");
    assertThat(other.page().getByText("Who wins head to head?")).isVisible();
  }
}

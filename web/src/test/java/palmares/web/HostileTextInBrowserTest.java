package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;

/// Invariant 26 for pages: whatever people write stays text, in a real browser.
final class HostileTextInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private static final int PHONE = 390;
  private static final double LONG_ENOUGH = 180_000;

  /// What a page holds of the texts, shadow trees included, and what no page of ours has.
  private static final String SURVEY = script();

  private final List<String> harm = new CopyOnWriteArrayList<>();
  private Page page;
  private int shown;

  @BeforeEach
  void watch() {
    page = WEB.page();
    page.exposeFunction("planted", numbers -> harm.add("a script ran: " + List.of(numbers)));
    page.onDialog(dialog -> {
      harm.add("a dialog opened: " + dialog.message());
      dialog.dismiss();
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(WEB.address().toString())
          && !request.url().startsWith("data:")
          && !request.url().startsWith("blob:")) {
        harm.add("a request was made to " + request.url());
      }
    });
    ScreenAnswers.on(WEB.api());
  }

  @ParameterizedTest
  @CsvSource({
    "home, '', What changed lately",
    "leaderboards, leaderboards, Which leaderboards",
    "leaderboard, leaderboards/board-1, Pictures",
    "benchmark, benchmarks/short-reading, With curl",
    "draft, drafts/d1, examples.jsonl",
    "manage, benchmarks/mine/manage, scored again",
    "exclusions, benchmarks/short-reading/exclusions, Left out now",
    "imports, imports, What was measured elsewhere",
    "submissions, submissions, submissions",
    "submission and system card, submissions/s-1, Submitted",
    "system, systems/y-1, Where it stands",
    "compare, compare?left=s-1&right=s-2, All categories",
    "evaluators, evaluators, What decides",
    "account, account, Tokens",
    "team, teams/crew, Members",
    "invitation, invitation#one-time, You would be",
    "operator, operator, Workers"
  })
  void textsOfPeopleStayText(String name, String path, String sign) {
    WEB.openSignedIn("sign-in");
    HostileAnswers.on(WEB.api(), HostileText.all().getFirst());

    WEB.open(path);
    // So many long texts take their time on a busy machine.
    assertThat(page.getByText(sign).first())
        .isVisible(new IsVisibleOptions().setTimeout(LONG_ENOUGH));
    unfold();

    survey();
    examineWidth(Screens.WIDTH);
    examineWidth(PHONE);
    page.setViewportSize(Screens.WIDTH, Screens.HEIGHT);

    new Sink("page " + name + ", which shows " + shown).holds(HostileText.all(), harm);
    assertThat(shown).as("texts that can be seen").isPositive();
  }

  @Test
  void chartsDrawThemOnACanvasAndLeaveNoElement() {
    HostileAnswers.on(WEB.api(), HostileText.all().getFirst());
    WEB.open("leaderboards/board-1");

    for (var chart : List.of("Forest plot", "Win rates", "Length and score")) {
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(chart)).click();
      assertThat(page.locator("palmares-chart canvas").first()).isVisible();
      // Where the pointer is, a tooltip says whose mark it is.
      page.locator("palmares-chart").hover();
    }

    survey();
    new Sink("charts in the browser").holds(HostileText.all(), harm);
  }

  /// What is folded is part of the page too.
  private void unfold() {
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)");
    painted();
  }

  private void painted() {
    page.evaluate(
        "() => new Promise(at => requestAnimationFrame(() => requestAnimationFrame(at)))");
  }

  private void examineWidth(int viewport) {
    page.setViewportSize(viewport, Screens.HEIGHT);
    painted();
    var width = ((Number) page.evaluate("() => document.scrollingElement.scrollWidth")).intValue();
    if (width > viewport) {
      harm.add("the page is " + width + " wide in a window of " + viewport + ": " + widest());
    }
  }

  @SuppressWarnings("unchecked")
  private void survey() {
    var texts = HostileText.all().stream().map(HostileText::text).toList();
    var seen = (Map<String, Object>) page.evaluate(SURVEY, texts);
    harm.addAll((List<String>) seen.get("intruders"));
    harm.addAll((List<String>) seen.get("turned"));
    shown = (Integer) seen.get("texts");
  }

  private Object widest() {
    return page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter(each =>"
            + " each.getBoundingClientRect().right > innerWidth + 1).slice(0, 8)"
            + ".map(each => each.localName + '.' + each.className)");
  }

  private static String script() {
    try (var in = HostileTextInBrowserTest.class.getResourceAsStream("survey.js")) {
      return new String(Objects.requireNonNull(in, "survey.js").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;

final class OrganiserPagesInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private StubApi api;
  private Page page;

  @BeforeEach
  void answers() {
    api = WEB.api();
    page = WEB.page();
    OrganiserAnswers.on(api);
  }

  @Test
  void aDraftIsMendedAtItsLineAndPublishedAfterASecondQuestion() {
    api.on("POST /drafts", new Reply(201, "", java.util.Map.of(), OrganiserAnswers.FLAWED));
    api.on("PUT /drafts/d1", OrganiserAnswers.GOOD);
    api.on(
        "POST /drafts/d1/publish",
        "{\"name\":\"mine\",\"version\":\"1\",\"digest\":\"00\",\"examples\":7,\"created\":true}");
    signInTo("/benchmarks/new");
    WEB.button("Start with an example").click();

    assertThat(page.getByText("must be one of [unranked, worst]")).isVisible();
    assertThat(WEB.button("Publish")).isDisabled();
    WEB.button("benchmark.yaml, line 3, gaps").click();
    var marked =
        "() => { const a = document.querySelector('vaadin-text-area').inputElement;"
            + " return a.value.substring(a.selectionStart, a.selectionEnd); }";
    page.waitForCondition(() -> "gaps: never".equals(page.evaluate(marked)));
    WEB.button("Save and check").click();
    assertThat(page.getByText("Nothing is wrong with it")).isVisible();
    assertThat(WEB.button("Publish…")).isEnabled();
    page.getByLabel("examples.jsonl").fill("{}");
    page.getByLabel("examples.jsonl").blur();
    assertThat(WEB.button("Publish")).isDisabled();
    WEB.button("Save and check").click();
    WEB.button("Publish…").click();
    WEB.button("Publish for ever").click();

    assertThat(page).hasURL(WEB.address() + "/benchmarks/mine/manage");
    assertThat(api.seen().stream().filter(seen -> seen.uri().endsWith("/publish")).count())
        .isEqualTo(1);
  }

  @Test
  void anErratumTellsWhatItWouldDoBeforeItIsDone() {
    api.on(
        "POST /benchmarks/mine/versions/1/errata",
        """
        {"name":"mine","version":"1","revision":3,"examples":2,"submissions":4,"lacking":0,
         "boards":["Who is better?"],"created":false}
        """);
    signInTo("/benchmarks/mine/manage");

    assertThat(page.getByText("1 of 4 submissions scored again.")).isVisible();
    assertThat(page.getByText("q3 named the wrong river")).isVisible();
    assertThat(WEB.button("Mend it")).isDisabled();
    page.getByLabel("Mended gold").fill("{\"id\":\"q3\",\"references\":[\"Loire\"]}");
    page.getByLabel("Mended gold").blur();
    WEB.button("What would happen?").click();
    assertThat(page.getByText("4 submissions scored again").first()).isVisible();
    assertThat(WEB.button("Mend it…")).isEnabled();
    page.getByLabel("Mended gold").fill("{\"id\":\"q3\",\"references\":[\"Seine\"]}");
    page.getByLabel("Mended gold").blur();
    assertThat(WEB.button("Mend it")).isDisabled();
    assertThat(
            api.seen().stream()
                .filter(seen -> seen.uri().contains("/errata") && seen.method().equals("POST"))
                .allMatch(seen -> seen.uri().endsWith("check=true")))
        .isTrue();
  }

  @Test
  void whatChangesElsewhereLeavesWhatIsTypedAndAsked() {
    signInTo("/benchmarks/mine/manage");
    WEB.button("Withdraw…").click();
    var reason = page.locator(".sure.asking").getByLabel("Why, for everyone to read");
    reason.fill("half a rea");
    WEB.button("Switch the leaderboards now…").click();
    assertThat(page.getByText("the 3 submissions that are not scored")).isVisible();

    api.on(
        "GET /benchmarks/mine/versions",
        OrganiserAnswers.VERSIONS.replace("\"submissions\":4", "\"submissions\":5"));
    api.on(
        "GET /benchmarks/mine/versions/1/errata",
        OrganiserAnswers.ERRATA.replace("\"rescored\":1", "\"rescored\":2"));

    assertThat(page.getByText("2 of 4 submissions scored again.")).isVisible();
    assertThat(page.getByText("the 2 submissions that are not scored")).isVisible();
    assertThat(reason).hasValue("half a rea");
    assertThat(WEB.button("Withdraw it")).isVisible();
  }

  private void signInTo(String path) {
    page.navigate(WEB.address() + path);
    WEB.signIn();
    assertThat(page).hasURL(WEB.address() + path);
  }
}

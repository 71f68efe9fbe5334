package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palmares.web.StubApi.Reply;

final class OrganiserPagesInBrowserTest {

  private static final String FLAWED =
      """
      {"id":"d1","name":"mine","version":"1","revision":3,"spec":"name: mine\\nversion: 1\\ngaps: never\\n",
       "examples":"{\\"id\\":\\"a\\"}\\n","flaws":[{"file":"benchmark.yaml","line":3,"field":"gaps",
       "message":"must be one of [unranked, worst]: 'never'"}],"updatedBy":"ada",
       "updatedAt":"2026-01-01T00:00:00Z"}
      """;
  private static final String GOOD =
      FLAWED
          .replaceFirst("(?s)\"flaws\":\\[.*?\\],", "\"flaws\":[],\"examplesCount\":7,")
          .replace("\"revision\":3", "\"revision\":4");
  private static final String VERSIONS =
      """
      [{"version":"1","state":"published","examples":7,"submissions":4,"goldRevision":2,
        "digest":"00","publishedAt":"2026-01-01T00:00:00Z"}]
      """;
  private static final String ERRATA =
      """
      [{"revision":2,"reason":"q3 named the wrong river","examples":1,
        "publishedAt":"2026-01-02T00:00:00Z","state":"rescoring","current":false,"submissions":4,
        "rescored":1,"failed":1,"lacking":0}]
      """;

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
    api.on("GET /drafts", "[]");
    api.on("GET /drafts/d1", FLAWED);
    api.on("GET /benchmarks/mine/versions", VERSIONS);
    api.on("GET /benchmarks/mine/versions/1/errata", ERRATA);
    page = chromium.browser().newContext().newPage();
  }

  @AfterEach
  void leave() {
    page.context().close();
  }

  @Test
  void aDraftIsMendedAtItsLineAndPublishedAfterASecondQuestion() {
    api.on("POST /drafts", new Reply(201, "", java.util.Map.of(), FLAWED));
    api.on("PUT /drafts/d1", GOOD);
    api.on(
        "POST /drafts/d1/publish",
        "{\"name\":\"mine\",\"version\":\"1\",\"digest\":\"00\",\"examples\":7,\"created\":true}");
    signInTo("/benchmarks/new");
    button("Start with an example").click();

    assertThat(page.getByText("must be one of [unranked, worst]")).isVisible();
    assertThat(button("Publish")).isDisabled();
    button("benchmark.yaml, line 3, gaps").click();
    var marked =
        "() => { const a = document.querySelector('vaadin-text-area').inputElement;"
            + " return a.value.substring(a.selectionStart, a.selectionEnd); }";
    page.waitForCondition(() -> "gaps: never".equals(page.evaluate(marked)));
    button("Save and check").click();
    assertThat(page.getByText("Nothing is wrong with it")).isVisible();
    button("Publish…").click();
    button("Publish for ever").click();

    assertThat(page).hasURL(web.address() + "/benchmarks/mine/manage");
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
    assertThat(button("Mend it")).isDisabled();
    page.getByLabel("Mended gold").fill("{\"id\":\"q3\",\"references\":[\"Loire\"]}");
    page.getByLabel("Mended gold").blur();
    button("What would happen?").click();
    assertThat(page.getByText("4 submissions scored again").first()).isVisible();
    assertThat(button("Mend it…")).isEnabled();
    assertThat(
            api.seen().stream()
                .filter(seen -> seen.uri().contains("/errata") && seen.method().equals("POST"))
                .allMatch(seen -> seen.uri().endsWith("check=true")))
        .isTrue();
  }

  private com.microsoft.playwright.Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private void signInTo(String path) {
    page.navigate(web.address() + path);
    page.getByLabel("Account").fill("admin");
    page.getByLabel("Password or one-time secret").fill("one-time");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
    assertThat(page).hasURL(web.address() + path);
  }
}

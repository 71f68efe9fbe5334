package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;

final class PagesInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private StubApi api;
  private Page page;

  @BeforeEach
  void open() {
    api = WEB.api();
    page = WEB.page();
  }

  @Test
  void aBoardShowsRankRangesScoresAndWhyARowIsUnranked() {
    page.navigate(WEB.address() + "/leaderboards");
    page.getByText("Who is better?").click();

    assertThat(WEB.heading()).hasText("Who is better?");
    assertThat(WEB.row("fusion-sentence")).containsText("1–2");
    assertThat(WEB.row("fusion-sentence")).containsText("+18.1");
    assertThat(WEB.row("fusion-sentence")).containsText("60/60");
    assertThat(WEB.row("word-overlap-abstain")).containsText("unranked: 26 of 60 missing");
    assertThat(WEB.row("word-overlap-abstain")).containsText("−34.1 … +45.1");
    assertThat(
            page.getByRole(
                AriaRole.IMG, new GetByRoleOptions().setName("+18.1, 95% from +1.0 to +37.0")))
        .isVisible();
  }

  @Test
  void aNewerSnapshotIsToldOfAndShownWhenTheReaderWants() {
    page.navigate(WEB.address() + "/leaderboards/board-1");
    assertThat(WEB.row("fusion-sentence")).isVisible();

    api.on(
        "GET /leaderboards/board-1",
        new Reply(200, "\"15\"", Map.of(), SampleAnswers.board("newcomer", 15)));
    assertThat(page.getByText("new: newcomer; gone: fusion-sentence")).isVisible();
    assertThat(WEB.row("newcomer")).isHidden();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Show")).click();

    assertThat(WEB.row("newcomer")).isVisible();
  }

  @Test
  void whoSubmitsSignsInFirstAndComesBackToSubmit() {
    page.navigate(WEB.address() + "/submit");
    assertThat(WEB.heading()).hasText("Who are you?");
    WEB.signIn();

    assertThat(WEB.heading()).hasText("What did your system answer?");
    assertThat(page).hasURL(WEB.address() + "/submit");
    assertThat(page.content() + page.url()).doesNotContain(SampleAnswers.TOKEN);
  }

  @Test
  void theFormOfOneBenchmarkAndThatOfAllIsOneForm() {
    page.navigate(WEB.address() + "/submit?benchmark=short-reading");
    WEB.signIn();
    assertThat(WEB.heading()).hasText("What did your system answer?");

    page.getByRole(AriaRole.BANNER).getByText("Submit").click();

    assertThat(page).hasURL(WEB.address() + "/submit");
    assertThat(WEB.heading()).hasCount(1);
    assertThat(page.getByLabel("or paste the lines")).hasCount(1);
  }

  @Test
  void whoComesWithASecretForOneTimeIsAskedForAPassword() {
    api.on("POST /sessions", SampleAnswers.session().replaceFirst("\\{", "{\"oneTime\":true,"));
    page.navigate(WEB.address() + "/submit");
    WEB.signIn();

    assertThat(page).hasURL(WEB.address() + "/account?password=needed");
    assertThat(page.getByText("Set a password now")).isVisible();
  }

  @Test
  void aCheckListsEveryProblemWithItsLine() {
    api.on("POST /submissions", SampleAnswers.twoProblems());
    page.navigate(WEB.address() + "/submit");
    WEB.signIn();
    page.getByLabel("System").fill("mine");
    page.getByLabel("or paste the lines").fill("{\"id\":\"a\"}\n\n{\"id\":\"third\"}");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Check")).click();

    assertThat(page.getByText("stands twice")).isVisible();
    assertThat(WEB.button("line 9")).isVisible();
    WEB.button("line 3, id").click();
    var marked =
        "() => { const a = document.querySelector('vaadin-text-area').inputElement;"
            + " return a.value.substring(a.selectionStart, a.selectionEnd); }";
    page.waitForCondition(() -> "{\"id\":\"third\"}".equals(page.evaluate(marked)));
  }

  @Test
  void anUploadedFileIsSubmittedAndFollowedToItsEnd() {
    page.navigate(WEB.address() + "/submit");
    WEB.signIn();
    page.getByLabel("System").fill("mine");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "mine.jsonl",
                "application/octet-stream",
                "{\"id\":\"a\",\"text\":\"b\"}\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("vaadin-upload-file[complete]")).isVisible();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Submit").setExact(true))
        .click();

    assertThat(WEB.heading()).hasText("mine");
    assertThat(page.getByText("Waiting for a worker with rouge-l@2 since")).isVisible();
    assertThat(page.getByText("Received and checked: 60 responses")).isVisible();
    api.on("GET /submissions/s-1", SampleAnswers.submission("complete"));
    assertThat(page.getByText("Complete: everything is evaluated.")).isVisible();
    assertThat(
            api.seen().stream()
                .filter(seen -> seen.uri().contains("system=mine") && !seen.uri().contains("check"))
                .toList())
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.body()).isEqualTo("{\"id\":\"a\",\"text\":\"b\"}\n");
          assertThat(seen.headers())
              .containsEntry("Authorization", "Bearer " + SampleAnswers.TOKEN);
        });
  }

  @Test
  void aSessionThatHasEndedLeadsToSignInAndBack() {
    page.navigate(WEB.address() + "/submit");
    WEB.signIn();
    assertThat(WEB.heading()).hasText("What did your system answer?");
    api.refuse("GET /submissions/s-1", 401, "the token has expired");
    page.navigate(WEB.address() + "/submissions/s-1");
    assertThat(page.getByText("Your session has ended")).isVisible();

    api.on("GET /submissions/s-1", SampleAnswers.submission("complete"));
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in again")).click();
    WEB.signIn();

    assertThat(WEB.heading()).hasText("mine");
  }

  @Test
  void theWrongSecretIsToldAndSignOutForgets() {
    api.refuse("POST /sessions", 401, "wrong");
    page.navigate(WEB.address() + "/sign-in");
    WEB.signIn();
    assertThat(page.getByText("No account has this name and secret.")).isVisible();

    SampleAnswers.on(api);
    WEB.signIn();
    page.getByText("admin").click();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out")).click();

    assertThat(page.getByRole(AriaRole.BANNER).getByText("Sign in")).isVisible();
  }

  @Test
  void whatIsAwayUnknownTooMuchOrNotThereYetIsSaidInWords() {
    api.refuse("GET /leaderboards", 503, "starting");
    page.navigate(WEB.address() + "/leaderboards");
    assertThat(page.getByText("The API does not answer")).isVisible();

    api.on("GET /leaderboards", "{\"items\":[]}");
    page.navigate(WEB.address() + "/leaderboards");
    assertThat(page.getByText("No leaderboards yet")).isVisible();

    page.navigate(WEB.address() + "/leaderboards/none");
    assertThat(page.getByText("Not found")).isVisible();

    api.refuse("GET /leaderboards/board-1", 429, "Too many questions.");
    page.navigate(WEB.address() + "/leaderboards/board-1");
    assertThat(page.getByText("Too many questions. Try again in 30 s.")).isVisible();

    page.navigate(WEB.address() + "/nowhere");
    assertThat(WEB.heading()).hasText("No such page");
  }

  @Test
  void hostileNamesStayText() {
    api.on("GET /leaderboards/board-1", SampleAnswers.board("<img src=x onerror=alert(1)>", 14));
    page.navigate(WEB.address() + "/leaderboards/board-1");

    assertThat(WEB.row("<img src=x onerror=alert(1)>")).isVisible();
    assertThat(page.locator("main img").count()).isZero();
  }

  @Test
  void theKeyboardSkipsToTheContentAndAPhoneOpensTheMenu() {
    page.navigate(WEB.address() + "/leaderboards/board-1");
    assertThat(WEB.row("fusion-sentence")).isVisible();
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.MAIN)).isFocused();

    page.setViewportSize(390, 800);
    var places = page.getByLabel("Places");
    assertThat(places).isHidden();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Menu")).click();
    places.getByText("Leaderboards").click();

    assertThat(WEB.heading()).hasText("Which leaderboards are there?");
    assertThat(places).isHidden();
  }
}

package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;

final class LeaderboardInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private Page page;

  @BeforeEach
  void open() {
    page = WEB.page();
    WEB.open("leaderboards/board-1");
    assertThat(WEB.row("fusion-sentence")).isVisible();
  }

  @Test
  void theLeadSaysWhoCannotBeToldApart() {
    assertThat(page.getByText("The first two can't be told apart")).isVisible();
    assertThat(WEB.row("whole-passage")).containsText("no interval: every repeat gives the same");
    assertThat(page.getByText("more examples would tell the first from the second")).isVisible();
  }

  @Test
  void theTableLeavesAsMarkdownAndAsAFile() throws Exception {
    page.getByText("Export").click();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Copy as Markdown")).click();
    assertThat(page.getByText("Copied 4 rows as Markdown")).isVisible();
    assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
        .contains("| 1–2 | fusion-sentence | +18.1 | +1.0 to +37.0 | 60/60 | 49 |");

    page.getByText("Export").click();
    var file = page.waitForDownload(() -> page.getByText("Download CSV").click());

    assertThat(file.suggestedFilename()).isEqualTo("short-reading-main-14.csv");
    assertThat(Files.readString(file.path())).contains("1,1,2,fusion-sentence,vision,false,18.1");
  }

  @Test
  void aColumnComesWhenItIsChosen() {
    assertThat(header("Tries")).isHidden();

    page.getByText("Columns").click();
    page.getByLabel("Tries").click();

    assertThat(header("Tries")).isVisible();
  }

  @Test
  void whatChangedSinceTheSnapshotBeforeIsTold() {
    assertThat(page.getByText("since snapshot 13: new: fusion-sentence; gone: newcomer"))
        .isVisible();

    page.getByText("What changed?").click();
    page.getByText("Snapshot 13, 20 Nov 2026, 10:41 UTC").click();

    assertThat(page.getByText("An older snapshot")).isVisible();
    assertThat(WEB.row("newcomer")).isVisible();
  }

  @Test
  void whoIsNotOnTheBoardLearnsWhyAfterSigningIn() {
    page.getByText("Why am I not on this board?").click();
    assertThat(page.getByText("It takes your name to know")).isVisible();

    page.getByRole(AriaRole.MAIN).getByText("sign in").click();
    WEB.signIn();
    assertThat(page.getByText("admin")).isVisible();
    page.navigate(WEB.address() + "/leaderboards/board-1");
    page.getByText("Why am I not on this board?").click();

    assertThat(page.getByText("still being evaluated, waiting for a worker with rouge-l@2"))
        .isVisible();
    // An administrator may follow everyone's submissions; asked for are those of their own team.
    assertThat(WEB.api().seen())
        .filteredOn(seen -> seen.uri().contains("/submissions?"))
        .isNotEmpty()
        .allMatch(seen -> seen.uri().contains("benchmark=short-reading&team=admin"));
  }

  @Test
  void aCategoryIsAnAddressOfItsOwn() {
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("causes")).click();

    assertThat(WEB.row("best-of-causes")).isVisible();
    assertThat(page).hasURL(WEB.address() + "/leaderboards/board-1?category=causes");
    assertThat(WEB.api().seen())
        .anyMatch(seen -> seen.uri().endsWith("/snapshots/n-14?category=causes"));
    assertThat(page.getByText("Snapshot 14, 21 Nov 2026, 10:41 UTC")).isVisible();
    assertThat(WEB.button("Forest plot")).isVisible();
    WEB.button("Win rates").click();
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("fusion-sentence wins 63%");
    // The parts of a query come in any order.
    assertThat(WEB.api().seen())
        .filteredOn(seen -> seen.uri().contains("/snapshots/n-14/win-rates?"))
        .isNotEmpty()
        .allMatch(seen -> seen.uri().contains("category=causes"));
  }

  @Test
  void aNameLeadsToTheCardOfItsSystem() {
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("fusion-sentence")).click();

    assertThat(page).hasURL(WEB.address() + "/systems/y-1");
    assertThat(WEB.row("Who is better?")).containsText("1–2");
    assertThat(WEB.row("Who wins head to head?")).containsText("unranked");
    assertThat(WEB.heading()).hasText("fusion-sentence");
    assertThat(page.getByText("Two rankings of sentences, fused.")).isVisible();
    assertThat(page.getByText("qwen3-8b")).isVisible();
  }

  @Test
  void winRatesAreDrawnAndSaidInWords() {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Win rates")).click();

    String words = "fusion-sentence wins 63% against whole-passage";
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(words);
    assertThat(page.locator("palmares-chart canvas")).isVisible();
    assertThat(page.locator("palmares-chart"))
        .hasAttribute("aria-label", words + ", a tie counting half.");
    page.getByText("The same as a table").click();
    assertThat(page.getByLabel("Win rates").getByRole(AriaRole.CELL))
        .hasText(new String[] {"–", "63%", "38%", "–"});
  }

  @Test
  void theOtherPicturesAreDrawnToo() {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Forest plot")).click();
    assertThat(page.locator("palmares-chart canvas")).isVisible();

    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Length and score")).click();

    assertThat(page.getByRole(AriaRole.MAIN))
        .containsText("better and lower in length than these: fusion-sentence.");
    assertThat(page.locator("palmares-chart canvas")).isVisible();
  }

  @Test
  void onAPhoneTheRestOfARowComesByATap() {
    page.setViewportSize(390, 800);
    assertThat(WEB.row("fusion-sentence").getByRole(AriaRole.IMG)).isHidden();

    WEB.row("fusion-sentence").getByText("More").click();

    assertThat(WEB.row("fusion-sentence").getByText("+18.1, 95% from +1.0 to +37.0")).isVisible();
  }

  @Test
  void aNewerSnapshotIsToldOfByTheStreamAndRowsStayUntilItIsWanted() {
    // Another board than the one open already, whose stream is tried again only after a while.
    var stream = WEB.api().stream("GET /leaderboards/board-2/events");
    answer("board-2", "fusion-sentence", 14);
    WEB.open("leaderboards/board-2");
    await().until(() -> stream.listeners() == 1);

    answer("board-2", "newcomer", 15);
    stream.send("id: 1\nevent: leaderboard\ndata: {}\n\n");

    assertThat(page.getByText("A newer snapshot is here: new: newcomer")).isVisible();
    assertThat(WEB.row("fusion-sentence")).isVisible();
    WEB.button("Show").click();
    assertThat(WEB.row("newcomer")).isVisible();
  }

  private static void answer(String board, String first, int revision) {
    WEB.api()
        .on(
            "GET /leaderboards/" + board,
            new Reply(200, "\"" + revision + "\"", Map.of(), SampleAnswers.board(first, revision)));
  }

  @Test
  void rowsAreChosenByTheDayTheyWereSentInTheReadersZone() {
    WEB.api()
        .on(
            "GET /leaderboards/board-1",
            new Reply(200, "\"16\"", Map.of(), ComparisonAnswers.board()));
    WEB.open("leaderboards/board-1");
    page.getByText("Submitted: any day").click();
    assertThat(page.getByText("Days of your zone, Asia/Tokyo.")).isVisible();

    // 16:00 UTC on the 20th is the 21st in Tokyo.
    var from = page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("From"));
    from.fill("2026-11-21");
    from.blur();

    assertThat(page.getByText("1 of 4 rows, ranked among all of them")).isVisible();
    assertThat(WEB.row("fusion-sentence")).isVisible();
    assertThat(WEB.row("whole-passage")).isHidden();
    // What lies open would cover a row half, which no reader of the rows leaves so.
    page.getByText("Submitted: from 21 Nov 2026").click();
    Screens.take(page, "board-dates");
  }

  private Locator header(String name) {
    return page.getByRole(AriaRole.COLUMNHEADER, new GetByRoleOptions().setName(name));
  }
}

package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;
import palmares.web.StubApi.Stream;

/// What a reader has chosen of a leaderboard stays theirs, whatever comes to it.
final class BoardChoicesInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private Page page;
  private Stream stream;

  @BeforeEach
  void open() {
    page = WEB.page();
    stream = WEB.api().stream("GET /leaderboards/board-1/events");
    answer(14);
    WEB.open("leaderboards/board-1");
    assertThat(WEB.row("fusion-sentence")).isVisible();
  }

  @Test
  void aNewerSnapshotKeepsRowsColumnsAndPicks() {
    pick("fusion-sentence").check();
    pick("whole-passage").check();
    page.getByText("Columns").click();
    page.getByLabel("Tries").check();
    page.getByText("Columns").click();
    chooseFrom("2026-11-21");
    await().until(() -> stream.listeners() == 1);

    answer(15);
    stream.send("id: 1\nevent: leaderboard\ndata: {}\n\n");
    WEB.button("Show").click();

    assertThat(page.getByText("Snapshot 15, 21 Nov 2026, 10:41 UTC")).isVisible();
    assertThat(page.getByText("1 of 4 rows, ranked among all of them")).isVisible();
    assertThat(page.getByText("Submitted: from 21 Nov 2026")).isVisible();
    assertThat(page.getByRole(AriaRole.COLUMNHEADER, new GetByRoleOptions().setName("Tries")))
        .isVisible();
    assertThat(pick("fusion-sentence")).isChecked();
    assertThat(WEB.link("Compare the two")).hasAttribute("href", "compare?left=s-1&right=s-2");
  }

  @Test
  void aPickThatAFilterHidesIsThereWhenItsRowComesBack() {
    pick("whole-passage").check();
    chooseFrom("2026-11-21");
    assertThat(WEB.row("whole-passage")).isHidden();

    pick("fusion-sentence").check();
    chooseFrom("");

    assertThat(pick("whole-passage")).isChecked();
    assertThat(WEB.link("Compare the two")).hasAttribute("href", "compare?left=s-2&right=s-1");
  }

  @Test
  void onAPhoneRowsToCompareArePickedBelowThem() {
    page.setViewportSize(390, 800);
    for (var system : new String[] {"fusion-sentence", "whole-passage"}) {
      WEB.row(system).getByText("More").click();
      pick(system).check();
    }

    assertThat(WEB.link("Compare the two")).isVisible();
  }

  @Test
  void anyOldSnapshotIsComparedWithTheOneBeforeItAndListed() {
    WEB.api().on("GET /leaderboards/board-1/snapshots", snapshots(34, 15, ",\"next\":\"c\""));
    WEB.api().on("GET /leaderboards/board-1/snapshots?limit=20&cursor=c", snapshots(14, 13, ""));
    WEB.api().on("GET /leaderboards/board-1/snapshots?cursor=c&limit=20", snapshots(14, 13, ""));
    WEB.api().on("GET /leaderboards/board-1/snapshots?limit=500&cursor=c", snapshots(14, 13, ""));
    WEB.api().on("GET /leaderboards/board-1/snapshots?cursor=c&limit=500", snapshots(14, 13, ""));
    WEB.open("leaderboards/board-1?snapshot=n-14");

    assertThat(page.getByText("since snapshot 13: new: best-of-causes; gone: newcomer"))
        .isVisible();
    page.getByText("What changed?").click();
    assertThat(page.getByText("Snapshot 13,")).isHidden();
    WEB.button("Show older").click();

    assertThat(page.getByText("Snapshot 13,")).isVisible();
    assertThat(WEB.button("Show older")).isHidden();
  }

  private void chooseFrom(String day) {
    page.getByText("Submitted:").first().click();
    var from = page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("From"));
    from.fill(day);
    from.blur();
    assertThat(WEB.row("whole-passage"))
        .isVisible(new IsVisibleOptions().setVisible(day.isEmpty()));
    page.getByText("Submitted:").first().click();
  }

  /// The box that can be seen: beside its row, or on a phone below it.
  private Locator pick(String system) {
    return WEB.row(system)
        .getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Compare " + system));
  }

  private static void answer(int revision) {
    var board =
        ComparisonAnswers.board()
            .replace(
                "\"n-14\",\"revision\":14", "\"n-%1$d\",\"revision\":%1$d".formatted(revision));
    WEB.api()
        .on("GET /leaderboards/board-1", new Reply(200, "\"" + revision + "\"", Map.of(), board));
  }

  private static String snapshots(int newest, int oldest, String next) {
    return IntStream.iterate(newest, i -> i >= oldest, i -> i - 1)
        .mapToObj(i ->
            """
            {"id":"n-%1$d","revision":%1$d,"digest":"00","builtAt":"2026-11-20T10:41:02Z","rows":4}\
            """
                .formatted(i))
        .collect(Collectors.joining(",", "{\"items\":[", "]" + next + "}"));
  }
}

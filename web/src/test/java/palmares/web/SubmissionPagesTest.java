package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A submission followed, read example by example and changed; a benchmark read; both in Tokyo.
final class SubmissionPagesTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private StubApi api;
  private Page page;

  @BeforeEach
  void open() {
    api = WEB.api();
    page = WEB.page();
  }

  @Test
  void newsArriveByTheStreamAndNothingJumps() {
    var stream = api.stream("GET /submissions/s-1/events");
    signInAt("/submissions/s-1");
    assertThat(page.getByText("Scoring by 2 automatic metrics: 72 of 120")).isVisible();
    var first = page.getByText("Received and checked: 60 responses, no problems");
    first.evaluate("each => each.dataset.mark = 'kept'");
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "72");

    api.on("GET /submissions/s-1", SampleAnswers.submission("complete"));
    stream.send("id: 4\nevent: timeline\ndata: {}\n\n");

    assertThat(page.getByText("Complete: everything is evaluated.")).isVisible();
    assertThat(first).hasAttribute("data-mark", "kept");
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isHidden();
  }

  @Test
  void timesAreThoseOfTheViewerWithUtcBeside() {
    signInAt("/submissions/s-1");

    var time = page.locator("time").filter(new Locator.FilterOptions().setHasText("19:41:02"));
    assertThat(time).hasAttribute("title", "2026-11-21 10:41:02 UTC");
  }

  @Test
  void anExampleOpensWithItsResponseReasonAndReference() {
    signInAt("/submissions/s-1");
    assertThat(WEB.row("people-07")).containsText("missing");
    assertThat(WEB.row("causes-01")).containsText("0.333");

    WEB.button("causes-01").click();

    assertThat(page.getByText("Why did the mill stop?")).isVisible();
    assertThat(page.getByText("Because the river was frozen.")).isVisible();
    assertThat(page.getByText("names-river 1")).isVisible();
    WEB.button("causes-01").click();
    assertThat(page.getByText("Because the river was frozen.")).isHidden();
  }

  @Test
  void examplesAreAskedForByWorstByDisputeAndByCategory() {
    signInAt("/submissions/s-1");
    WEB.button("rouge-l@2: worst first").click();
    assertThat(pressed("Worst first by rouge-l@2")).isVisible();
    WEB.button("Most disputed first").click();
    assertThat(pressed("Most disputed first")).isVisible();
    WEB.button("causes").click();
    assertThat(pressed("causes")).isVisible();
    WEB.button("Next 25").click();
    assertThat(WEB.button("Back")).isVisible();
    assertThat(page.getByRole(AriaRole.STATUS).getByText("26–27")).isVisible();

    assertThat(api.seen())
        .extracting(StubApi.Seen::uri)
        .anyMatch(uri -> uri.endsWith("examples?order=worst&limit=25&evaluator=rouge-l%402"))
        .anyMatch(uri -> uri.endsWith("examples?order=disagreement&limit=25"))
        .anyMatch(uri -> uri.endsWith("?order=disagreement&limit=25&category=causes"))
        .anyMatch(uri -> uri.endsWith("&category=causes&skip=25"));
  }

  @Test
  void whatCannotBeUndoneIsAskedOnceMore() {
    api.on("POST /submissions/s-1/withdraw", SampleAnswers.submission("active"));
    signInAt("/submissions/s-1");

    WEB.button("Withdraw").click();
    assertThat(page.getByText("It leaves every leaderboard for good")).isVisible();
    WEB.button("Keep it").click();
    assertThat(asked("withdraw")).isZero();

    WEB.button("Withdraw").click();
    WEB.button("Yes, withdraw it").click();
    assertThat(WEB.button("Withdraw")).isVisible();
    assertThat(asked("withdraw")).isOne();
  }

  @Test
  void whoseSubmissionItIsNotSeesNoButtons() {
    api.on(
        "GET /me", "{\"account\":\"eve\",\"role\":\"member\",\"teams\":[\"eve\"],\"scopes\":[]}");
    signInAt("/submissions/s-1");

    assertThat(page.getByText("qwen3-8b")).isVisible();
    assertThat(WEB.button("Withdraw")).isHidden();
  }

  @Test
  void allSubmissionsAreListedOrTheFirstIsInvited() {
    signInAt("/submissions");
    assertThat(WEB.row("mine")).containsText("waiting");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("mine")).click();
    assertThat(page.getByText("What happened, what happens next")).isVisible();

    api.on("GET /submissions", "{\"items\":[]}");
    page.navigate(WEB.address() + "/submissions");
    assertThat(page.getByText("No submissions yet")).isVisible();
  }

  @Test
  void theListFollowsWhatIsAtWorkAndNothingJumps() {
    var stream = api.stream("GET /submissions/s-1/events");
    signInAt("/submissions");
    assertThat(WEB.row("mine")).containsText("score 72 of 120");
    var row = WEB.row("mine");
    row.evaluate("each => each.dataset.mark = 'kept'");
    await().until(() -> stream.listeners() == 1);

    api.on("GET /submissions", "{\"items\":[" + SampleAnswers.submission("complete") + "]}");
    stream.send("id: 4\nevent: state\ndata: {}\n\n");

    assertThat(row).containsText("complete");
    assertThat(row).hasAttribute("data-mark", "kept");
  }

  @Test
  void theListIsNarrowedByStateAndSaysWhenNothingIsLeft() {
    signInAt("/submissions");
    assertThat(WEB.row("mine")).isVisible();
    api.on("GET /submissions", "{\"items\":[]}");

    WEB.button("With gaps").click();

    assertThat(page.getByText("No submission is like that.")).isVisible();
    assertThat(pressed("With gaps")).isVisible();
    assertThat(api.seen()).anyMatch(seen -> seen.uri().endsWith("limit=20&state=partial"));
    api.on("GET /submissions", "{\"items\":[" + SampleAnswers.submission("active") + "]}");
    WEB.button("Show all").click();
    assertThat(WEB.row("mine")).isVisible();
  }

  @Test
  void anAnonymousSystemIsPublishedAfterASecondQuestion() {
    var anonymous =
        SampleAnswers.submission("complete")
            .replace("\"card\":{", "\"card\":{\"anonymousName\":\"Anonymous 3\",");
    api.on("GET /submissions/s-1", anonymous);
    api.on("POST /systems/y-1/publish", "{\"id\":\"y-1\",\"team\":\"admin\",\"name\":\"mine\"}");
    signInAt("/submissions/s-1");
    assertThat(page.getByText("Anonymous 3")).isVisible();

    WEB.button("Publish the system").click();
    WEB.button("Stay anonymous").click();
    WEB.button("Publish the system").click();
    api.on("GET /submissions/s-1", SampleAnswers.submission("complete"));
    WEB.button("Yes, publish it").click();

    assertThat(page.getByText("Anonymous 3")).isHidden();
    assertThat(WEB.button("Publish the system")).isHidden();
    assertThat(asked("publish")).isOne();
  }

  @Test
  void whereOwnersChooseTheyLetASubmissionStand() {
    var chosen =
        SampleAnswers.submission("complete")
            .replace("\"baseline\"", "\"chosenAt\":\"2026-11-21T11:00:00Z\",\"baseline\"");
    api.on("GET /submissions/s-1", SampleAnswers.submission("complete"));
    api.on("GET /benchmarks/short-reading", SampleAnswers.benchmark().replace("latest", "chosen"));
    api.on("POST /submissions/s-1/choose", chosen);
    signInAt("/submissions/s-1");
    WEB.button("Let this one stand").waitFor();

    api.on("GET /submissions/s-1", chosen);
    WEB.button("Let this one stand").click();

    assertThat(page.getByText("Chosen to stand")).isVisible();
    assertThat(WEB.button("Let this one stand")).isHidden();
    assertThat(asked("choose")).isOne();
  }

  @Test
  void aBuiltInSystemIsSubmittedWithItsCard() {
    signInAt("/submit?benchmark=short-reading");
    assertThat(page.getByText("3 of 5 left today")).isVisible();
    assertThat(page.getByText("It is open until 1 Feb 2030, 07:30 (Asia/Tokyo).")).isVisible();
    page.getByLabel("System", new Page.GetByLabelOptions().setExact(true)).fill("mine");
    WEB.button("A built-in system").click();
    page.getByLabel("Built-in system").fill("bm25");
    page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("bm25-sentence@1")).click();
    page.getByText("About the system").click();
    page.getByLabel("Licence").fill("MIT");
    WEB.button("Submit").click();

    assertThat(page.getByText("What happened, what happens next")).isVisible();
    var sent =
        api.seen().stream().filter(seen -> seen.method().equals("POST")).toList().getLast().body();
    assertThat(sent)
        .contains("\"builtIn\":\"bm25-sentence@1\"", "\"licence\":\"MIT\"", "\"name\":\"mine\"");
  }

  @Test
  void aBenchmarkIsReadWithoutSigningIn() {
    page.navigate(WEB.address() + "/benchmarks/short-reading");

    assertThat(page.getByText("60 examples in 2 categories, measured by checklist@2 and 1 more."))
        .isVisible();
    assertThat(page.getByText("causes ×2, people")).isVisible();
    assertThat(page.getByText("1 Feb 2030, 07:30 (Asia/Tokyo)")).isVisible();
    assertThat(page.getByText("Score and reason of each example, never the gold.")).isVisible();
    assertThat(page.getByText("Why did the mill stop? <b>Really</b>?")).isVisible();
    assertThat(page.locator("pre", new Page.LocatorOptions().setHasText("send()")))
        .containsText(WEB.address() + "/api/v1/submissions?benchmark=short-reading&version=1");
  }

  @Test
  void filesOfABenchmarkAreAskedForInTheNameOfWhoIsSignedIn() {
    api.on("GET /benchmarks/short-reading/versions/1/examples.jsonl", "{\"id\":\"causes-01\"}\n");
    signInAt("/submit");
    WEB.button("Check").waitFor();
    page.navigate(WEB.address() + "/benchmarks/short-reading");
    var inputs = page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Inputs ↓"));

    var file = page.waitForDownload(inputs::click);

    assertThat(file.suggestedFilename()).isEqualTo("short-reading-1-examples.jsonl");
    assertThat(file.path()).hasContent("{\"id\":\"causes-01\"}");
    assertThat(api.seen())
        .filteredOn(seen -> seen.uri().endsWith("/versions/1/examples.jsonl"))
        .singleElement()
        .satisfies(seen ->
            assertThat(seen.headers())
                .containsEntry("Authorization", "Bearer " + SampleAnswers.TOKEN));
    assertThat(inputs).not().hasAttribute("href", Pattern.compile(SampleAnswers.TOKEN));
  }

  @Test
  void whoIsInSeveralTeamsChoosesWhoseSubmissionItIs() {
    api.on(
        "GET /teams",
        """
        [{"name":"admin","role":"owner","personal":true,"provided":false,"members":1},
         {"name":"crew","role":"member","personal":false,"provided":false,"members":3}]
        """);
    signInAt("/submit?benchmark=short-reading");
    page.getByLabel("Team").click();
    page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("crew")).click();

    assertThat(page.getByText("Submissions of crew: 3 of 5 left today")).isVisible();
    page.getByLabel("System", new Page.GetByLabelOptions().setExact(true)).fill("mine");
    WEB.button("A built-in system").click();
    page.getByLabel("Built-in system").fill("bm25");
    page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("bm25-sentence@1")).click();
    WEB.button("Submit").click();

    assertThat(page.getByText("What happened, what happens next")).isVisible();
    assertThat(api.seen())
        .anyMatch(seen -> seen.uri().endsWith("/short-reading?version=1&team=crew"))
        .anyMatch(seen -> seen.method().equals("POST") && seen.body().contains("\"crew\""));
  }

  private long asked(String action) {
    return api.seen().stream().filter(seen -> seen.uri().endsWith("/" + action)).count();
  }

  private void signInAt(String path) {
    page.navigate(WEB.address() + path);
    WEB.signIn();
  }

  private Locator pressed(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true).setPressed(true));
  }
}

package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;
import palmares.web.StubApi.Seen;

final class ExclusionsInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private static final String ROUTE = "/benchmarks/short-reading/versions/1/exclusions";
  private static final String PAGE = "benchmarks/short-reading/exclusions";

  private StubApi api;
  private Page page;

  @BeforeEach
  void answers() {
    api = WEB.api();
    page = WEB.page();
    OrganiserAnswers.on(api);
  }

  /// An organiser of another team: what they may not do is not offered.
  @Test
  void whoeverReadsItLearnsWhatASnapshotAndNowIsLeftOutAndWhy() {
    WEB.openSignedIn("leaderboards/board-1");
    page.getByText("What is left out?").click();
    assertThat(page.getByText("Snapshot 14 was made without:")).isVisible();
    assertThat(page.getByText("example causes-07: its answer was on a poster"))
        .containsText("counts again since 4 Jan 2026");
    WEB.button("Show 20 more").click();
    assertThat(page.getByText("submission copycat: a copy")).isVisible();
    assertThat(page.getByText("example causes-07")).isVisible();
    assertThat(WEB.button("Show 20 more")).hasCount(0);
    page.getByText("All that was ever left out").click();

    assertThat(page.getByText("2 things, on every leaderboard of version 1.")).isVisible();
    assertThat(WEB.row("rouge-l@2")).containsText("counts since 2 Jan 2026");
    assertThat(WEB.row("rouge-l@2")).containsText("the tokenizer was right");
    assertThat(WEB.row("causes-07")).containsText("its answer was on a poster");
    assertThat(WEB.row("copycat")).containsText("a copy");
    assertThat(WEB.link("copycat")).hasCount(0);
    assertThat(page.getByLabel("Why, for everyone to read")).hasCount(0);
    assertThat(WEB.button("Let it count…")).hasCount(0);
  }

  @Test
  void anOrganiserLeavesSomethingOutAndTakesItBack() {
    OrganiserAnswers.exclusions(api, "", "");
    OrganiserAnswers.mayChange(api);
    api.on(
        "POST " + ROUTE,
        new Reply(201, "", java.util.Map.of(), OrganiserAnswers.EXCLUSION.formatted("")));
    api.on(
        "POST " + ROUTE + "/check",
        "{\"kind\":\"example\",\"subject\":\"causes-07\",\"submissions\":12,\"leaderboards\":[\"Who is better?\"]}");
    WEB.openSignedIn(PAGE);
    assertThat(page.getByText("Nothing was ever left out")).isVisible();
    choose("What", "Example");
    choose("Example", "causes-07");
    WEB.button("Leave it out…").click();
    WEB.button("Leave it out").click();
    assertThat(page.getByText("Say what to leave out, and why.")).isVisible();
    page.getByLabel("Why, for everyone to read").fill("its answer was on a poster");
    WEB.button("What would happen?").click();
    assertThat(page.getByText("It concerns 12 submissions with an ended run, on: Who is better?."))
        .isVisible();
    assertThat(changes()).containsExactly(excluded().replace(" {", "/check {"));
    api.forget();
    OrganiserAnswers.on(api);
    OrganiserAnswers.mayChange(api);
    WEB.button("Leave it out…").click();
    WEB.button("Leave it out").click();
    assertThat(WEB.row("causes-07")).isVisible();
    assertThat(WEB.link("copycat")).hasAttribute("href", "submissions/s-1");
    assertThat(WEB.button("Take it back…")).isFocused();
    page.keyboard().press("Enter");
    WEB.button("Let it count again").click();

    assertThat(page.getByText("It counts again")).isVisible();
    assertThat(WEB.button("Leave it out again…")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.getByLabel("Why, for everyone to read")).isFocused();
    assertThat(page.getByLabel("Why, for everyone to read")).hasValue("its answer was on a poster");
    assertThat(box("Example")).hasValue("causes-07");
    assertThat(changes())
        .containsExactly(
            excluded(), "POST " + ROUTE + "/x-2/lift {\"reason\":\"It was left out by mistake.\"}");
  }

  @Test
  void aSubmissionIsFoundByAPartOfItsSystemsName() {
    OrganiserAnswers.mayChange(api);
    api.on("GET /submissions", "{\"items\":[]}");
    api.on(
        "GET /submissions?limit=50&benchmark=short-reading&version=1&system=min",
        "{\"items\":[" + SampleAnswers.submission("complete") + "]}");
    WEB.openSignedIn(PAGE);

    box("Submission").fill("min");

    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("mine, ")).click();
    assertThat(box("Submission")).hasValue(Pattern.compile("mine, .*"));
  }

  @Test
  void whatIsOlderIsShownWhenItIsAskedFor() {
    api.on(
        "GET " + ROUTE + "?lifted=false&limit=100",
        "{\"items\":[" + OrganiserAnswers.EXCLUSION.formatted("") + "],\"next\":\"c1\"}");
    api.on(
        "GET " + ROUTE + "?lifted=false&limit=100&cursor=c1",
        "{\"items\":["
            + OrganiserAnswers.EXCLUSION.formatted("").replace("causes-07", "places-01")
            + "]}");
    WEB.open(PAGE);
    assertThat(page.getByText("More than 100 things")).isVisible();

    WEB.button("Older ones").click();

    assertThat(WEB.row("places-01")).isVisible();
    assertThat(WEB.row("causes-07")).isVisible();
    assertThat(WEB.button("Older ones")).hasCount(0);
  }

  @Test
  void anExampleThatTheLeaderboardsLeaveOutIsMarked() {
    api.change((route, body) ->
        body.replace("\"references\":[]", "\"references\":[],\"leftOut\":\"on a poster\""));
    WEB.openSignedIn("submissions/s-1");

    assertThat(WEB.row("people-07")).containsText("left out on a poster");
    assertThat(WEB.row("causes-01")).not().containsText("left out");
  }

  @Test
  void whatTheApiRefusesIsSaidWhereItWasAskedForAndNothingTypedIsLost() {
    api.refuse("POST " + ROUTE, 409, "The example 'causes-07' is left out already.");
    OrganiserAnswers.mayChange(api);
    WEB.openSignedIn(PAGE);
    choose("What", "Example");
    choose("Example", "causes-07");
    page.getByLabel("Why, for everyone to read").fill("once more");
    WEB.button("Leave it out…").click();
    WEB.button("Leave it out").click();

    assertThat(page.getByText("is left out already")).isVisible();
    assertThat(page.getByLabel("Why, for everyone to read")).hasValue("once more");
  }

  private void choose(String label, String words) {
    var box = box(label);
    box.fill(words);
    box.press("Enter");
    box.press("Tab");
  }

  private Locator box(String label) {
    return page.getByRole(
        AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  private static String excluded() {
    return "POST "
        + ROUTE
        + " {\"kind\":\"example\",\"subject\":\"causes-07\",\"reason\":\"its answer was on a poster\"}";
  }

  private List<String> changes() {
    return api.seen().stream()
        .filter(seen -> seen.uri().contains("/exclusions") && seen.method().equals("POST"))
        .map(ExclusionsInBrowserTest::words)
        .toList();
  }

  private static String words(Seen seen) {
    return seen.method() + " " + seen.uri().replace("/api/v1", "") + " " + seen.body();
  }
}

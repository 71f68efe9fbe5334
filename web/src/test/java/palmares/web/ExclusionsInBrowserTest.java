package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
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

  @Test
  void everyoneReadsOnTheBoardAndOnAPageWhatIsLeftOutAndWhy() {
    WEB.open("leaderboards/board-1");
    page.getByText("What is left out?").click();
    assertThat(page.getByText("example causes-07: its answer was on a poster")).isVisible();
    assertThat(page.getByText("rouge-l@2")).hasCount(0);
    page.getByText("All that was ever left out").click();

    assertThat(page.getByText("One thing, on every leaderboard of version 1.")).isVisible();
    assertThat(WEB.row("rouge-l@2")).containsText("counts since");
    assertThat(WEB.row("causes-07")).containsText("its answer was on a poster");
    assertThat(page.getByLabel("Why, for everyone to read")).hasCount(0);
    assertThat(WEB.button("Let it count…")).hasCount(0);
  }

  @Test
  void anOrganiserLeavesSomethingOutAndTakesItBack() {
    OrganiserAnswers.exclusions(api, "", "");
    api.on(
        "POST " + ROUTE,
        new Reply(201, "", java.util.Map.of(), OrganiserAnswers.EXCLUSION.formatted("")));
    api.on(
        "POST " + ROUTE + "/x-2/lift",
        OrganiserAnswers.EXCLUSION.formatted(",\"liftedAt\":\"2026-01-04T00:00:00Z\""));
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
    WEB.button("Leave it out…").click();
    WEB.button("Leave it out").click();
    assertThat(WEB.row("causes-07")).isVisible();
    assertThat(WEB.button("Take it back")).isFocused();
    page.keyboard().press("Enter");

    assertThat(page.getByText("It counts again")).isVisible();
    WEB.button("Leave it out again").click();
    assertThat(WEB.button("Take it back")).isVisible();
    assertThat(changes()).containsExactly(excluded(), "POST " + ROUTE + "/x-2/lift ", excluded());
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
    var box =
        page.getByRole(
            com.microsoft.playwright.options.AriaRole.COMBOBOX,
            new Page.GetByRoleOptions().setName(label).setExact(true));
    box.fill(words);
    box.press("Enter");
    box.press("Tab");
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

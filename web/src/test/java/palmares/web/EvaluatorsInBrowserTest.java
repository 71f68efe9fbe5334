package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EvaluatorsInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private static final String TWO =
      """
      [{"id":"rouge-l","version":2,"kind":"metric","summary":"the longest common subsequence",
        "floor":0,"ceiling":1,"liveWorkers":2,"workers":["attic","cellar"],"benchmarks":[
         {"name":"short-reading","version":"1","title":"<u>Short</u> reading"}]},
       {"id":"token-f1","version":1,"kind":"metric","summary":"shared tokens","floor":0,
        "ceiling":1,"liveWorkers":1,"workers":[],"benchmarks":[
         {"name":"short-reading","version":"1","title":"<u>Short</u> reading"}]},
       {"id":"reward-large","version":1,"kind":"reward-model","summary":"closeness in meaning",
        "liveWorkers":0,"workers":[],"benchmarks":[]}]
      """;

  private static final String AGREEMENT =
      """
      {"benchmark":"short-reading","version":"1","systems":13,"systemsInAll":13,"pairs":[
        {"one":"rouge-l@2","other":"token-f1@1","responses":1520,"spearman":0.934,"pearson":0.911},
        {"one":"exact-match@1","other":"rouge-l@2","responses":1520,"spearman":-0.021,
         "pearson":-0.3},
        {"one":"checklist@2","other":"rouge-l@2","responses":1520}]}
      """;

  @BeforeEach
  void answers() {
    WEB.api().on("GET /evaluators", TWO);
    WEB.api().on("GET /benchmarks/short-reading/versions/1/agreement", AGREEMENT);
  }

  @Test
  void eachEvaluatorSaysWhatItIsWhereItRunsAndWhatItDecides() {
    WEB.open("evaluators");

    assertThat(WEB.page().getByText("3 evaluators; no worker offers 1 of them now.")).isVisible();
    var items = WEB.page().getByRole(AriaRole.LISTITEM);
    assertThat(items.filter(having("rouge-l@2"))).containsText("2 workers: attic, cellar");
    assertThat(items.filter(having("rouge-l@2"))).containsText("<u>Short</u> reading 1");
    assertThat(items.filter(having("reward-large@1"))).containsText("no worker offers it");
    assertThat(items.filter(having("reward-large@1"))).containsText("within this version only");
  }

  @Test
  void howFarTheyAgreeIsSaidInNumbersAndInWords() {
    WEB.open("evaluators");

    assertThat(WEB.row("token-f1@1")).containsText("0.93");
    assertThat(WEB.row("token-f1@1")).containsText("nearly the same order");
    assertThat(WEB.row("exact-match@1")).containsText("−0.02");
    assertThat(WEB.row("exact-match@1")).containsText("no common order");
    assertThat(WEB.row("checklist@2")).containsText("gave everything the same value");
    assertThat(WEB.page().getByText("Over the responses of 13 systems")).isVisible();
    Screens.take(WEB.page(), "evaluators");
  }

  @Test
  void whereThereAreNoneOrTheApiIsAwayThePageSaysSo() {
    WEB.api().on("GET /evaluators", "[]");
    WEB.open("evaluators");
    assertThat(WEB.page().getByText("No evaluators yet")).isVisible();

    WEB.api().refuse("GET /evaluators", 503, "starting");
    WEB.open("evaluators");
    assertThat(WEB.page().getByText("The API does not answer")).isVisible();
  }

  private static FilterOptions having(String text) {
    return new FilterOptions().setHasText(text);
  }
}

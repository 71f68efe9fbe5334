package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EvaluatorsInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @BeforeEach
  void answers() {
    EvaluatorAnswers.on(WEB.api());
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

package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;
import palmares.web.StubApi.Seen;

final class BenchmarkFormInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @Test
  void whatIsFilledInBecomesADraftThatIsCheckedAndMended() {
    var api = WEB.api();
    OrganiserAnswers.on(api);
    EvaluatorAnswers.on(api);
    api.on("POST /drafts", new Reply(201, "", Map.of(), OrganiserAnswers.FORM_FLAWED));
    api.on("PUT /drafts/d1", OrganiserAnswers.GOOD);
    WEB.openSignedIn("benchmarks/new");
    WEB.link("Fill in a form").click();
    field("Name").fill("No Name");
    field("Title").fill("Rivers");
    WEB.page().getByText("rouge-l@2").click();
    WEB.button("Add a category").click();
    assertThat(field("Category 1")).isFocused();
    field("Category 1").fill("facts");
    field("Examples, one JSON object a line").fill("{\"id\": \"a\"}");
    WEB.button("Save and check").click();

    assertThat(WEB.page().locator("vaadin-text-field[invalid]"))
        .containsText("must be 1 to 64 of a-z");
    WEB.button("examples.jsonl, line 1, prompt").click();
    assertThat(field("Examples, one JSON object a line")).isFocused();
    Screens.take(WEB.page(), "benchmark-form-flawed");
    field("Name").fill("rivers");
    WEB.button("Save and check").click();
    assertThat(WEB.page().getByText("Nothing is wrong")).isVisible();
    assertThat(WEB.page().locator("vaadin-text-field[invalid]")).hasCount(0);
    // What was found right is no longer what stands there.
    field("Weight 1").fill("2.0");
    field("Weight 1").blur();
    assertThat(WEB.button("Go on to publish")).isHidden();
    WEB.button("Save and check").click();
    WEB.button("Go on to publish").click();

    assertThat(WEB.page()).hasURL(WEB.address() + "/drafts/d1");
    assertThat(api.seen())
        .filteredOn(seen -> seen.method().equals("POST") && seen.uri().endsWith("/drafts"))
        .extracting(Seen::body)
        .singleElement()
        .asString()
        .contains(
            "name: \\\"No Name\\\"", "categories: {\\\"facts\\\": 1.0}", "{\\\"id\\\": \\\"a\\\"}");
    assertThat(api.seen())
        .filteredOn(seen -> seen.method().equals("PUT"))
        .extracting(Seen::body)
        .last()
        .asString()
        .contains(
            "{\\\"facts\\\": 2.0}",
            "name: \\\"rivers\\\"",
            "main_metric: \\\"rouge-l@2\\\"",
            "\"revision\":4");
  }

  private static com.microsoft.playwright.Locator field(String label) {
    return WEB.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}

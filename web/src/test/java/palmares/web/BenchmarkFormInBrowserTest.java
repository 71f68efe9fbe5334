package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;
import palmares.web.StubApi.Seen;
import palmares.web.client.ContractJson;

final class BenchmarkFormInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private static final String WRITTEN =
      """
      name: "No Name"
      version: "1"
      title: ""
      categories: {"facts": 1.50}
      evaluators: ["rouge-l@2"]
      main_metric: "rouge-l@2"
      entry_rule: "latest"
      gaps: "unranked"
      visible: "score"
      """;

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
    assertThat(field("Name")).isFocused();
    WEB.button("Evaluators").click();
    assertThat(field("rouge-l@2")).isFocused();
    WEB.button("Categories").click();
    assertThat(field("Category 1")).isFocused();
    assertThat(WEB.page().getByText("must be a number").first()).isVisible();
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

  @Test
  void whoeverComesBackFindsTheirDraftAndNoClickMakesASecondOne() {
    var api = WEB.api();
    OrganiserAnswers.on(api);
    EvaluatorAnswers.on(api);
    var written =
        OrganiserAnswers.FORM_FLAWED.replaceFirst(
            "\"spec\":\"[^,]*\",",
            java.util.regex.Matcher.quoteReplacement(
                "\"spec\":" + ContractJson.write(WRITTEN) + ","));
    api.on("GET /drafts/d1", written);
    api.refuse("POST /drafts", 503, "Not now.");
    WEB.openSignedIn("benchmarks/new/form");
    field("Name").fill("No Name");
    WEB.button("Save and check").click();
    assertThat(WEB.page().getByText("The API does not answer")).isVisible();
    api.on("POST /drafts", new Reply(201, "", Map.of(), written));
    WEB.button("Save and check").click();
    WEB.button("Go on with the files themselves").click();
    assertThat(WEB.page()).hasURL(WEB.address() + "/drafts/d1");

    WEB.page().goBack();

    assertThat(WEB.page()).hasURL(WEB.address() + "/benchmarks/new/form?draft=d1");
    assertThat(field("Name")).hasValue("No Name");
    assertThat(field("Category 1")).hasValue("facts");
    assertThat(field("Weight 1")).hasValue("1.50");
    assertThat(field("rouge-l@2")).isChecked();
    assertThat(WEB.button("Categories")).isVisible();
    api.on("PUT /drafts/d1", OrganiserAnswers.GOOD);
    WEB.button("Save and check").click();
    assertThat(WEB.page().getByText("Nothing is wrong")).isVisible();
    var made =
        api.seen().stream()
            .filter(seen -> seen.method().equals("POST") && seen.uri().endsWith("/drafts"))
            .map(seen -> seen.headers().get("Idempotency-key"))
            .toList();
    assertThat(made).hasSize(2).doesNotContainNull().containsOnly(made.getFirst());
  }

  private static com.microsoft.playwright.Locator field(String label) {
    return WEB.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}

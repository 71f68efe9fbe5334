package palmares.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.testing.Tab;

class BenchmarkJourneyTest {

  @RegisterExtension static final OnPlatform HERE = new OnPlatform();

  @Test
  void aBenchmarkIsUploadedCheckedMendedAndPublished() throws Exception {
    var olga = HERE.person("olga", "organiser");
    var tab = HERE.signedIn(olga, "");
    tab.banner().getByText("olga").click();
    tab.link("New benchmark").click();
    tab.button("Start empty").click();
    upload(tab, 0, "benchmark.yaml", Capitals.yaml("rivers").replace("gaps: worst", "gaps: never"));
    upload(tab, 1, "examples.jsonl", Capitals.EXAMPLES + "{\"id\": \"fr\"}\n");
    tab.button("Save and check").click();

    assertThat(tab.text("must be one of [unranked, worst")).isVisible();
    assertThat(tab.text("stands in line 1 already")).isVisible();
    tab.field("benchmark.yaml").fill(Capitals.yaml("rivers"));
    tab.field("examples.jsonl").fill(Capitals.EXAMPLES);
    tab.button("Save and check").click();
    assertThat(tab.text("Nothing is wrong with it: it can be published.")).isVisible();
    tab.button("Publish…").click();
    tab.button("Publish for ever").click();

    assertThat(tab.heading()).hasText("rivers");
    var stranger = HERE.stranger();
    stranger.open("benchmarks/rivers");
    assertThat(stranger.heading()).hasText("Capitals of rivers");
    assertThat(stranger.text("Capital of France?")).isVisible();
    assertThat(stranger.text("Paris")).hasCount(0);
  }

  @Test
  void aBenchmarkIsFilledInAsAFormMendedAndPublished() throws Exception {
    var faye = HERE.person("faye", "organiser");
    var tab = HERE.signedIn(faye, "benchmarks/new/form");
    tab.field("Name").fill("By form");
    tab.field("Title").fill("Capitals: \"by form\"");
    tab.text("exact-match@1").click();
    tab.button("Add a category").click();
    tab.field("Category 1").first().fill("europe");
    tab.field("Weight 1").fill("1.5");
    tab.field("Examples, one JSON")
        .fill(Capitals.EXAMPLES.replace("\"}", "\", \"tags\": [\"europe\"]}"));
    tab.button("Save and check").click();

    assertThat(tab.text("must be 1 to 64 of a-z").first()).isVisible();
    tab.field("Name").fill("by-form");
    tab.button("Save and check").click();
    assertThat(tab.text("Nothing is wrong")).isVisible();
    tab.button("Go on to publish").click();
    tab.button("Publish…").click();
    tab.button("Publish for ever").click();

    assertThat(tab.heading()).hasText("by-form");
    tab.open("benchmarks/by-form");
    assertThat(tab.heading()).hasText("Capitals: \"by form\"");
    assertThat(tab.text("europe ×1.50")).isVisible();
  }

  @Test
  void aMemberIsOfferedNoNewBenchmarkAndRefusedWhereTheyGoByThemselves() throws Exception {
    var max = HERE.person("max", "member");
    var tab = HERE.signedIn(max, "benchmarks/new");

    assertThat(tab.text("Organisers write benchmarks")).isVisible();
    assertThat(tab.button("Start empty")).hasCount(0);
    tab.banner().getByText("max").click();
    assertThat(tab.link("Account")).isVisible();
    assertThat(tab.link("New benchmark")).hasCount(0);
  }

  @Test
  void aRoleTakenAwayWhileTheDraftIsOpenRefusesToPublishAndKeepsTheText() throws Exception {
    var otto = HERE.person("otto", "organiser");
    var tab = HERE.signedIn(otto, "benchmarks/new");
    tab.button("Start with an example").click();
    assertThat(tab.text("Nothing is wrong with it: it can be published.")).isVisible();

    HERE.admin().put("/accounts/otto", Map.of("role", "member"));
    tab.button("Publish…").click();
    tab.button("Publish for ever").click();

    assertThat(tab.text("This needs the scope 'organise'")).isVisible();
    assertThat(tab.field("benchmark.yaml")).hasValue(Pattern.compile("my-benchmark"));
    var stranger = HERE.stranger();
    stranger.open("benchmarks/my-benchmark");
    assertThat(stranger.text("Not found")).isVisible();
  }

  @Test
  void theSecondTabIsToldThatTheDraftHasChangedAndOverwritesNothing() throws Exception {
    var tina = HERE.person("tina", "organiser");
    var one = HERE.signedIn(tina, "benchmarks/new");
    one.button("Start with an example").click();
    assertThat(one.text("Nothing is wrong with it: it can be published.")).isVisible();
    var other = HERE.beside(one);
    other.page().navigate(one.page().url());
    assertThat(other.heading()).hasText("my-benchmark 1");

    one.field("benchmark.yaml").fill(Capitals.yaml("from-one"));
    one.button("Save and check").click();
    assertThat(one.heading()).hasText("from-one 1");
    other.field("benchmark.yaml").fill(Capitals.yaml("from-other"));
    other.button("Save and check").click();

    assertThat(other.text("changed")).isVisible();
    assertThat(other.field("benchmark.yaml")).hasValue(Pattern.compile("from-other"));
    one.page().reload();
    assertThat(one.heading()).hasText("from-one 1");
  }

  private static void upload(Tab tab, int field, String name, String text) {
    tab.page()
        .locator("input[type=file]")
        .nth(field)
        .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
  }
}

package palmares.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.testing.Tab;
import palmares.e2e.Form;
import palmares.e2e.journey.OnPlatform.Person;

class CompareJourneyTest {

  @RegisterExtension static final OnPlatform HERE = new OnPlatform();

  private static final String BENCHMARK =
      """
      name: compared
      version: "1"
      title: Two answers compared
      evaluators: [exact-match@1]
      main_metric: exact-match@1
      entry_rule: latest
      gaps: worst
      visible: score
      categories: {europe: 1.0, asia: 1.0}
      """;
  private static final String EXAMPLES =
      """
      {"id": "fr", "prompt": "Capital of France?", "reference": "Paris", "tags": ["europe"]}
      {"id": "it", "prompt": "Capital of Italy?", "reference": "Rome", "tags": ["europe"]}
      {"id": "jp", "prompt": "Capital of Japan?", "reference": "Tokyo", "tags": ["asia"]}
      """;

  @Test
  void twoRowsOfALeaderboardAreComparedAndWhereTheyDifferIsRead() throws Exception {
    var form = Form.of(Map.of("benchmark", BENCHMARK, "examples", EXAMPLES));
    var published = HERE.admin().post("/benchmarks", form.type(), form.body(), Map.of());
    assertThat(published.status()).as(published.body().toString()).isEqualTo(201);
    var ina = HERE.person("ina", "member");
    submit(ina, "ina-right", "Rome", "Tokyo");
    submit(ina, "ina-wrong", "Milan", "Osaka");
    var tab = HERE.signedIn(ina, boardOfTwoRows(ina));

    tab.page().getByLabel("Compare ina-right").click();
    tab.page().getByLabel("Compare ina-wrong").click();
    tab.link("Compare the two").click();

    assertThat(tab.heading()).hasText("ina-right or ina-wrong?");
    assertThat(tab.text("The two can't be told apart: ina-right is ahead by 0.667")).isVisible();
    assertThat(tab.text("95% interval")).isVisible();
    assertThat(tab.text("ina-right alone is right on 2 examples, ina-wrong on 0 (McNemar"))
        .isVisible();
    assertThat(opened(tab)).containsText("Example it");
    // The keys count within the card of examples.
    opened(tab).getByText("Milan").click();
    tab.page().keyboard().press("n");
    assertThat(opened(tab)).containsText("Example jp");
    assertThat(opened(tab).getByText("Osaka")).isVisible();

    tab.page()
        .getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("europe"))
        .click();
    assertThat(tab.text("ina-right is ahead by 0.5")).isVisible();
    assertThat(tab.button("Next →")).hasAttribute("aria-disabled", "true");
    tab.button("All examples").click();
    opened(tab).getByText("Milan").click();
    tab.page().keyboard().press("n");
    assertThat(opened(tab)).containsText("Example fr");
    assertThat(tab.button("Next →")).hasAttribute("aria-disabled", "true");

    tab.link("Swap sides").click();
    assertThat(tab.heading()).hasText("ina-wrong or ina-right?");
  }

  private static Locator opened(Tab tab) {
    return tab.page().locator(".side-by-side");
  }

  private static String boardOfTwoRows(Person as) throws Exception {
    var benchmark = as.api().get("/benchmarks/compared").body();
    var board = "leaderboards/" + benchmark.get("leaderboards").get(0).get("id").asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> as.api().get("/" + board).body().path("rows").size() == 2);
    return board;
  }

  private static void submit(Person by, String system, String italy, String japan)
      throws Exception {
    var lines =
        Stream.of(Map.entry("fr", "Paris"), Map.entry("it", italy), Map.entry("jp", japan))
            .map(each ->
                "{\"id\":\"%s\",\"text\":\"%s\"}\n".formatted(each.getKey(), each.getValue()))
            .reduce("", String::concat);
    var answer =
        by.api()
            .post(
                "/submissions?benchmark=compared&system=" + system,
                "application/jsonl",
                lines.getBytes(StandardCharsets.UTF_8),
                Map.of());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
  }
}

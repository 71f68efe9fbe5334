package palmares.web.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.contract.testing.HostileText;
import palmares.web.benchmark.SpecText.Category;

class SpecTextTest {

  @Test
  void everyFieldIsALineAndWhatIsLeftEmptyIsNone() {
    var full =
        spec(
            "Rivers: \"which\"?",
            "5",
            List.of(new Category("facts", "1"), new Category("x", "much")));
    var least = spec("Rivers", "", List.of());

    assertThat(full.yaml())
        .isEqualTo(
            """
            name: "rivers"
            version: "1"
            title: "Rivers: \\"which\\"?"
            categories: {"facts": 1, "x": "much"}
            evaluators: ["contains@1", "exact-match@1"]
            main_metric: "contains@1"
            entry_rule: "latest"
            gaps: "worst"
            visible: "score"
            quota_per_day: 5
            """);
    assertThat(least.yaml()).doesNotContain("categories", "quota", "licence", "description");
  }

  @Test
  void noTextBecomesAnotherLine() {
    var texts = HostileText.all().stream().map(HostileText::text).filter(text -> !text.isBlank());

    assertThat(texts)
        .allSatisfy(text -> assertThat(spec(text, text, List.of()).yaml().split("\\R")).hasSize(9));
  }

  @Test
  void whatAFormWroteIsReadBackAndNothingElse() {
    var categories = List.of(new Category("facts: \"x\"", "1.50"), new Category("y", "much"));

    assertThat(HostileText.all())
        .allSatisfy(text -> {
          var written = spec(text.text(), "5", categories).yaml();
          assertThat(WrittenSpec.read(written)).extracting(SpecText::yaml).isEqualTo(written);
        });
    assertThat(WrittenSpec.read(spec("Rivers", "5", categories).yaml()))
        .isEqualTo(spec("Rivers", "5", categories));
    var written = spec("Rivers", "", List.of()).yaml();
    assertThat(WrittenSpec.read(written + "opens_at: 2026-01-01T00:00:00Z\n")).isNull();
    assertThat(WrittenSpec.read(written.replace("\"worst\"", "worst"))).isNull();
    assertThat(WrittenSpec.read("# by hand\n" + written)).isNull();
    assertThat(WrittenSpec.read("")).isNull();
  }

  private static SpecText spec(String title, String quota, List<Category> categories) {
    return new SpecText(
        "rivers",
        "1",
        title,
        "",
        categories,
        List.of("contains@1", "exact-match@1"),
        "contains@1",
        "latest",
        "worst",
        "score",
        quota,
        "");
  }
}

package palmares.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.api.problem.Flaws;

class BinderTest {

  private final Flaws flaws = new Flaws("a.json");

  record Sheet(String name, int pages, @Nullable Double weight, List<Part> parts, Instant at) {}

  record Part(String id, boolean isOpen, Map<String, String> notes) {
    Part {
      if (id.isEmpty()) {
        throw new IllegalArgumentException("id must not be empty");
      }
    }
  }

  @Test
  void aCorrectDocumentBecomesARecord() {
    var sheet =
        bind(
            """
            {"name": "x", "pages": 2, "at": "2026-01-31T12:00:00Z",
             "parts": [{"id": "p", "isOpen": true, "notes": {"a": "b"}}]}\
            """);

    assertThat(flaws.list()).isEmpty();
    assertThat(sheet)
        .isEqualTo(
            new Sheet(
                "x",
                2,
                null,
                List.of(new Part("p", true, Map.of("a", "b"))),
                Instant.parse("2026-01-31T12:00:00Z")));
  }

  @Test
  void everyFlawIsReportedAtOnceWithItsLineAndField() {
    var sheet =
        bind(
            """
            {"name": 5,
             "pages": "2",
             "wieght": 1,
             "parts": [{"id": "", "isOpen": true},
                       {"id": "q", "isOpen": "yes"}]}\
            """);

    assertThat(sheet).isNull();
    assertThat(flaws.list())
        .extracting(flaw -> flaw.line() + " " + flaw.field() + " " + flaw.message())
        .containsExactly(
            "3 wieght is not known here; known are [name, pages, weight, parts, at]",
            "1 name must be a text, not the number 5",
            "2 pages must be a number, not a text",
            "4 parts[0] id must not be empty",
            "5 parts[1].isOpen must be true or false, not a text",
            "1 at is missing");
  }

  @Test
  void fractionsAndOverflowsAreNoWholeNumbers() {
    bind("{\"name\":\"x\",\"pages\":2.5,\"at\":\"2026-01-31T12:00:00Z\"}");
    bind("{\"name\":\"x\",\"pages\":3000000000,\"at\":\"2026-01-31T12:00:00Z\"}");

    assertThat(flaws.list())
        .extracting(flaw -> flaw.message())
        .containsExactly(
            "must be a whole number in range, not the number 2.5",
            "must be a whole number in range, not the number 3000000000");
  }

  @Test
  void snakeCaseNamesComponentsAsFilesDo() {
    record Rule(@Nullable List<String> containsAny, @Nullable Integer maxChars) {}
    var json = JsonReader.read("{\"contains_any\":[\"a\"],\"maxChars\":3}".getBytes(), 7, flaws);

    var rule = Binder.snakeCase(flaws).record(json, Rule.class, "checklist[0]");

    assertThat(rule).isNull();
    assertThat(flaws.list())
        .extracting(flaw -> flaw.file() + " " + flaw.line() + " " + flaw.field())
        .containsExactly("a.json 7 checklist[0].maxChars");
  }

  private @Nullable Sheet bind(String text) {
    var json = JsonReader.read(text.getBytes(StandardCharsets.UTF_8), 1, flaws);
    return json == null ? null : Binder.of(flaws).record(json, Sheet.class, "");
  }
}

package palmares.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import palmares.e2e.Form;
import palmares.e2e.platform.Rest;

/// A benchmark of two questions, and responses to it.
final class Capitals {

  static final String EXAMPLES =
      """
      {"id": "fr", "prompt": "Capital of France?", "reference": "Paris"}
      {"id": "it", "prompt": "Capital of Italy?", "reference": "Rome"}
      """;

  /// Half of it right.
  static final String RESPONSES =
      """
      {"id": "fr", "text": "Paris"}
      {"id": "it", "text": "Milan"}
      """;

  private Capitals() {}

  static String yaml(String name) {
    return """
    name: %s
    version: "1"
    title: Capitals of %s
    evaluators: [exact-match@1]
    main_metric: exact-match@1
    entry_rule: latest
    gaps: worst
    visible: score
    """
        .formatted(name, name);
  }

  static void publish(Rest by, String name) throws Exception {
    var form = Form.of(Map.of("benchmark", yaml(name), "examples", EXAMPLES));
    var answer = by.post("/benchmarks", form.type(), form.body(), Map.of());
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
  }

  static byte[] responses() {
    return RESPONSES.getBytes(StandardCharsets.UTF_8);
  }
}

package palmares.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Finds what keeps people out of a page, by the rules of axe-core for WCAG 2.0 to 2.2, A and AA.
final class Axe {

  private static final String RULES =
      """
      () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
        .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary)))
      """;

  private static final String SCRIPT = script();

  private Axe() {}

  /// The faults in words; none for a page that is as it should be.
  @SuppressWarnings("unchecked") // What the script gives is a list of strings.
  static List<String> faults(Page page) {
    page.evaluate(SCRIPT);
    return (List<String>) page.evaluate(RULES);
  }

  private static String script() {
    try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

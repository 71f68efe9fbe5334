package palmares.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// A place that texts of people come to: a page, a file, a terminal, a mail, a log. Tells how many
/// of the hostile ones did no harm there.
///
/// @param name as the report of the test names it
public record Sink(String name) {

  /// Looks at what became of a text, and fails if it does harm.
  @FunctionalInterface
  public interface Look {
    void at(HostileText text) throws Exception;
  }

  /// Gives a text to who may refuse it, fails if it does harm, and says whether it was taken.
  @FunctionalInterface
  public interface Border {
    boolean takes(HostileText text) throws Exception;
  }

  /// Where every text arrives.
  public void survives(List<HostileText> texts, Look look) {
    survives(
        texts,
        text -> {
          look.at(text);
          return true;
        },
        "");
  }

  /// Where some are refused, and none of the others may do harm.
  public void takesOrRefuses(List<HostileText> texts, Border border) {
    survives(texts, border, ", refused at the border %d");
  }

  /// Where all stand together.
  ///
  /// @param harm what happened, in words
  public void holds(List<HostileText> texts, List<String> harm) {
    told(texts, harm, "");
  }

  private void survives(List<HostileText> texts, Border border, String more) {
    var harm = new ArrayList<String>();
    var refused = 0;
    for (var text : texts) {
      try {
        refused += border.takes(text) ? 0 : 1;
      } catch (AssertionError | Exception e) {
        harm.add(text.name() + ": " + shortened(String.valueOf(e.getMessage())));
      }
    }
    told(texts, harm, more.formatted(refused));
  }

  private void told(List<HostileText> texts, List<String> harm, String more) {
    var harmless = Math.max(0, texts.size() - harm.size());
    System.out.printf("%s: %d of %d harmless%s%n", name, harmless, texts.size(), more);
    assertThat(harm).as(name).isEmpty();
    assertThat(texts).as("hostile texts").hasSizeGreaterThan(80);
  }

  private static String shortened(String message) {
    return message.length() > 2_000 ? message.substring(0, 2_000) + "..." : message;
  }
}

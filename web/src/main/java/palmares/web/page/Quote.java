package palmares.web.page;

import com.vaadin.flow.component.html.Pre;
import java.util.stream.Collectors;
import palmares.contract.benchmark.ExampleLine.MessageLine;

/// A text of others, shown as it is and never as markup.
public final class Quote extends Pre {

  public Quote(String text) {
    super(text);
    addClassNames("quote", "foreign");
  }

  /// The text of a message; what is no text is named by its type.
  public static String text(MessageLine message) {
    return message.content().stream()
        .map(part -> part.text() == null ? "[" + part.type() + "]" : part.text())
        .collect(Collectors.joining("\n"));
  }
}

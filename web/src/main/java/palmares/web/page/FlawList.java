package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem.Flaw;

/// Everything that is wrong, each thing with the line it is in, which a click leads to where that
/// line stands on the page.
public final class FlawList extends Div {

  /// @param text where the line of a flaw stands; null where that is not on the page
  public FlawList(List<Flaw> flaws, Function<Flaw, @Nullable TextArea> text) {
    addClassName("flaws");
    var list = new OrderedList();
    flaws.forEach(flaw -> list.add(new ListItem(place(flaw, text.apply(flaw)), message(flaw))));
    add(list);
  }

  private static Component message(Flaw flaw) {
    var message = new Span(flaw.message());
    message.addClassName("foreign");
    return message;
  }

  private static Component place(Flaw flaw, @Nullable TextArea text) {
    var line = flaw.line();
    var words =
        Stream.of(flaw.file(), line == null ? null : "line " + line, flaw.field())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    if (line == null || text == null) {
      var place = new Span(words.isEmpty() ? "" : words + ": ");
      place.addClassName("soft");
      return place;
    }
    var place = new NativeButton(words, clicked -> show(text, line));
    place.addClassName("place");
    return place;
  }

  /// Puts the cursor on a line and marks it.
  private static void show(TextArea text, int line) {
    text.getElement()
        .executeJs(
            """
            const area = this.inputElement;
            const lines = area.value.split('\\n');
            const from = lines.slice(0, $0 - 1).join('\\n').length + ($0 > 1 ? 1 : 0);
            area.focus();
            area.setSelectionRange(from, from + (lines[$0 - 1] || '').length);
            this.scrollIntoView({block: 'center'});
            """,
            line);
  }
}

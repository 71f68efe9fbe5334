package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem.Flaw;

/// Everything that is wrong, each thing with the line or the field it is in, which a click leads to
/// where that stands on the page.
public final class FlawList extends Div {

  /// @param place where a flaw is; null where that is not on the page
  public FlawList(List<Flaw> flaws, Function<Flaw, @Nullable Place> place) {
    addClassName("flaws");
    var list = new OrderedList();
    flaws.forEach(flaw -> list.add(new ListItem(told(flaw, place.apply(flaw)), message(flaw))));
    add(list);
  }

  private static Component message(Flaw flaw) {
    var message = new Span(flaw.message());
    message.addClassName("foreign");
    return message;
  }

  private static Component told(Flaw flaw, @Nullable Place place) {
    var line = flaw.line();
    var words =
        Stream.of(flaw.file(), line == null ? null : "line " + line, flaw.field())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    if (place instanceof Place.Field field) {
      return button(field.label(), field::show);
    }
    return place instanceof Place.Text text && line != null
        ? button(words, () -> text.show(line))
        : Words.soft(words.isEmpty() ? "" : words + ": ");
  }

  private static Component button(String words, Runnable show) {
    var place = new NativeButton(words, clicked -> show.run());
    place.addClassName("place");
    return place;
  }
}

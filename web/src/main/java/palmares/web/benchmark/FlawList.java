package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palmares.contract.problem.Problem.Flaw;

/// Everything that is wrong, each thing with the line it is in, which a click leads to.
final class FlawList extends Div {

  /// @param fields by the name of their file
  FlawList(List<Flaw> flaws, Map<String, FileField> fields) {
    addClassName("flaws");
    var list = new OrderedList();
    flaws.forEach(flaw -> list.add(new ListItem(place(flaw, fields), message(flaw))));
    add(list);
  }

  private static Component message(Flaw flaw) {
    var message = new Span(flaw.message());
    message.addClassName("foreign");
    return message;
  }

  private static Component place(Flaw flaw, Map<String, FileField> fields) {
    var line = flaw.line();
    var words =
        Stream.of(flaw.file(), line == null ? null : "line " + line, flaw.field())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    var field = flaw.file() == null ? null : fields.get(flaw.file());
    if (line == null || field == null) {
      var place = new Span(words.isEmpty() ? "" : words + ": ");
      place.addClassName("soft");
      return place;
    }
    var place = new NativeButton(words, clicked -> field.showLine(line));
    place.addClassName("place");
    return place;
  }
}

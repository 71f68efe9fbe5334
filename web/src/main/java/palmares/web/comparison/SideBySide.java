package palmares.web.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import palmares.contract.comparison.ComparedExample;
import palmares.contract.comparison.ComparedExample.Given;
import palmares.web.page.Facts;
import palmares.web.page.LeftOutTag;
import palmares.web.page.Quote;
import palmares.web.page.Scores;
import palmares.web.page.Words;

/// One example with both responses beside each other.
final class SideBySide extends Div {

  SideBySide(ComparedExample example, SideNames names, String evaluator) {
    addClassName("side-by-side");
    var title = new H3(new Span("Example "), Words.foreign(example.example()));
    title.getElement().setAttribute("aria-live", "polite");
    add(title);
    if (!example.tags().isEmpty()) {
      add(Words.foreign(String.join(", ", example.tags()), "soft", "small"));
    }
    if (example.leftOut() != null) {
      add(new LeftOutTag(example.leftOut()));
    }
    example.messages().forEach(message -> add(titled(message.role(), Quote.text(message))));
    var sides =
        new Div(
            side(names.left(), example.left(), evaluator),
            side(names.right(), example.right(), evaluator));
    sides.addClassName("sides");
    add(sides);
    example.references().forEach(reference -> add(titled("Reference", reference)));
  }

  private static Component side(String name, Given given, String evaluator) {
    var head = new Div(Words.foreign(name, "name"), score(given, evaluator));
    head.addClassName("side-head");
    var response = given.response();
    var side = new Section(head, new Quote(response == null ? "There is no response." : response));
    side.getElement().setAttribute("aria-label", name);
    var facts = new Facts();
    given.evaluations().forEach(each -> facts.fact(each.evaluator(), Scores.reasoned(each)));
    side.add(facts);
    return side;
  }

  private static Component titled(String title, String text) {
    var heading = new Div(title);
    heading.addClassNames("small", "soft");
    return new Div(heading, new Quote(text));
  }

  /// What an evaluator says of one side's response.
  static Span score(Given given, String evaluator) {
    return given.evaluations().stream()
        .filter(each -> each.evaluator().equals(evaluator))
        .findFirst()
        .map(Scores::value)
        .orElseGet(() -> new Span("not evaluated"));
  }
}

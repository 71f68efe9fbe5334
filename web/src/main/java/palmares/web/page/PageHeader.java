package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// The head of a page: where one is, the page's one question, and the answer in a sentence.
public final class PageHeader extends Header {

  private final Paragraph crumb = new Paragraph();
  private final H1 question = new H1();
  private final Paragraph lead = new Paragraph();

  public PageHeader(String question) {
    addClassName("page-header");
    crumb.addClassNames("crumb", "foreign");
    this.question.setText(question);
    this.question.addClassName("foreign");
    lead.addClassNames("lead", "foreign");
    add(this.question);
  }

  /// Where the page stands, from the widest place to the nearest, such as a link to the benchmark.
  public PageHeader crumb(Component... places) {
    crumb.removeAll();
    for (var place : places) {
      if (crumb.getComponentCount() > 0) {
        crumb.add(new Span(" · "));
      }
      crumb.add(place);
    }
    addComponentAsFirst(crumb);
    return this;
  }

  public PageHeader crumb(String place) {
    return crumb(new Span(place));
  }

  /// Another question, where the page has come to know what it is about.
  public PageHeader ask(String words) {
    question.setText(words);
    return this;
  }

  /// The answer, in words. Empty words take it away.
  public PageHeader lead(String words) {
    lead.setText(words);
    if (words.isEmpty()) {
      remove(lead);
    } else {
      add(lead);
    }
    return this;
  }
}

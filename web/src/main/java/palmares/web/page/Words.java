package palmares.web.page;

import com.vaadin.flow.component.html.Span;

/// Pieces of text with what they are.
public final class Words {

  private Words() {}

  /// What a person chose, kept from reordering the text around it.
  public static Span foreign(String text, String... classes) {
    var span = new Span(text);
    span.addClassName("foreign");
    span.addClassNames(classes);
    return span;
  }

  public static Span soft(String text) {
    var span = new Span(text);
    span.addClassName("soft");
    return span;
  }
}

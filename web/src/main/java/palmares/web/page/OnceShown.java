package palmares.web.page;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// A secret that is shown now and never again, with a button to take it along.
public final class OnceShown extends Div {

  /// @param label what it is, for whoever does not see it
  public OnceShown(String title, String advice, String label, String secret) {
    addClassNames("notice", "done");
    getElement().setAttribute("role", "status");
    var heading = new Span(title);
    heading.addClassName("notice-title");
    var text = new Code(secret);
    text.addClassName("secret");
    text.getElement().setAttribute("aria-label", label).setAttribute("tabindex", "0");
    var buttons = new Div(Clipboard.button("Copy", () -> secret));
    buttons.addClassName("buttons");
    add(heading, new Paragraph(advice), text, buttons);
  }
}

package palmares.web.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// How far something is, as a bar.
public final class Meter extends Div {

  private final Span filled = new Span();

  /// @param label names it for whoever does not see it
  public Meter(String label) {
    addClassName("meter");
    getElement()
        .setAttribute("role", "progressbar")
        .setAttribute("aria-label", label)
        .setAttribute("aria-valuemin", "0");
    add(filled);
  }

  public Meter show(int done, int expected) {
    getElement()
        .setAttribute("aria-valuemax", Integer.toString(expected))
        .setAttribute("aria-valuenow", Integer.toString(done));
    filled.getStyle().set("width", (expected == 0 ? 0 : 100.0 * done / expected) + "%");
    return this;
  }
}

package palmares.web.page;

import com.vaadin.flow.component.html.Div;

/// Where a page says what came of a deed; read aloud when it changes.
public final class Told extends Div {

  public Told() {
    getElement().setAttribute("aria-live", "polite");
  }
}

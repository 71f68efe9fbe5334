package palmares.web.page;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;

/// A few large numbers side by side, each with its name.
@Tag("dl")
public final class KeyFigures extends HtmlContainer {

  public KeyFigures() {
    addClassName("figures");
  }

  public KeyFigures figure(String name, String value) {
    add(new Div(new Term(name), new Description(value)));
    return this;
  }

  /// @param note what the number needs said with it, such as `resets in 13 h`
  public KeyFigures figure(String name, String value, String note) {
    var below = new Description(note);
    below.addClassName("note");
    add(new Div(new Term(name), new Description(value), below));
    return this;
  }
}
